extension HTMLReport {
  /// Light and dark, wide and narrow; nothing is fetched.
  static let style = """
    \(colours)
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--back); color: var(--text);
      font: 16px/1.5 system-ui, sans-serif;
    }
    main { max-width: 1180px; margin: 0 auto; padding: 24px 16px 48px; }
    h1 { font-size: 1.5rem; margin: 0 0 4px; overflow-wrap: anywhere; }
    h2 { font-size: 1.15rem; margin: 32px 0 8px; }
    p { margin: 4px 0 12px; }
    .good, .bad { padding: 8px 12px; border-radius: 8px; background: var(--card); }
    .good { border-left: 4px solid var(--c2); }
    .bad { border-left: 4px solid var(--c4); overflow-wrap: anywhere; }
    .legend { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; list-style: none; }
    .legend i {
      display: inline-block; width: 22px; height: 0; margin-right: 8px; vertical-align: middle;
      border-top: 3px solid var(--colour);
    }
    .legend .ideal i { border-top-style: dashed; }
    .charts { display: grid; gap: 16px; grid-template-columns: repeat(2, minmax(0, 1fr)); }
    @media (max-width: 720px) { .charts { grid-template-columns: minmax(0, 1fr); } }
    figure { margin: 0; padding: 12px; border-radius: 8px; background: var(--card); }
    figcaption { font-weight: 600; margin-bottom: 6px; }
    svg { display: block; width: 100%; height: auto; }
    \(chartStyle)
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.92rem; }
    th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); white-space: nowrap; }
    th, td { text-align: right; }
    th:first-child, td:first-child { text-align: left; }
    @media (max-width: 1000px) {
      svg text { font-size: 17px; }
      table, tbody { display: block; }
      thead { display: none; }
      tr {
        display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 16px;
        padding: 8px 12px; margin-bottom: 8px; border-radius: 8px; background: var(--card);
      }
      td, td:first-child { display: block; padding: 3px 0; border: 0; white-space: normal;
        text-align: left; }
      td::before { content: attr(data-title); display: block; color: var(--faint);
        font-size: 0.85rem; }
    }
    """

  static let colours = """
    :root {
      color-scheme: light dark;
      --text: #1d2330; --faint: #667085; --back: #ffffff; --card: #f6f7f9; --line: #dfe3e8;
      --c0: #d9730d; --c1: #2563eb; --c2: #12805c; --c3: #9333ea; --c4: #b42318; --c5: #0e7490;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e6e9ef; --faint: #98a2b3; --back: #12151c; --card: #1b2029; --line: #323a47;
        --c0: #f79009; --c1: #6ea8fe; --c2: #4cc79a; --c3: #c58bff; --c4: #f97066; --c5: #4fc3d9;
      }
    }
    """

  static let chartStyle = """
    svg text { font-size: 14px; fill: var(--faint); }
    .grid { stroke: var(--line); stroke-width: 1; }
    polyline { fill: none; stroke: var(--colour); stroke-width: 2.5; stroke-linejoin: round; }
    circle { fill: var(--colour); stroke: var(--card); stroke-width: 1.5; }
    .interval { stroke: var(--colour); stroke-width: 2; opacity: 0.6; }
    .ideal { --colour: var(--faint); }
    .ideal polyline { stroke-dasharray: 5 5; stroke-width: 1.5; }
    .s0 { --colour: var(--c0); } .s1 { --colour: var(--c1); } .s2 { --colour: var(--c2); }
    .s3 { --colour: var(--c3); } .s4 { --colour: var(--c4); } .s5 { --colour: var(--c5); }
    """
}
