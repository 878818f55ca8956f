import Bytecode

/// The page docs/opcodes.md.
func opcodePageText() -> String {
  var text = """
    # Opcodes

    \(generatedNotice)

    A word is `op:16 a:16 b:16 c:16`; a *wide* operand takes b and c. Operand kinds: *destination* is
    written, *source* is read and taken if bit 15 is set, *kept* is read and stays, *updated* is
    replaced in place, *base* starts a run of registers, *handler* is where the unwinder saved the
    handled exception. A jump counts words from the end of the instruction. Words: operand words +
    cache words that follow.

    | no. | name | a, b, c | words | raises | takes | fills | meaning |
    | --: | --- | --- | --- | --- | --- | --- | --- |

    """
  for (number, row) in opcodeTable.enumerated() {
    let operands = row.operands.map { $0 == .none ? "–" : $0.rawValue }.joined(separator: ", ")
    let words = row.length == 1 ? "" : "\(row.extraWords) + \(row.cacheWords)"
    text +=
      "| \(number) | \(row.name) | \(operands) | \(words) | \(row.canRaise ? "yes" : "") "
      + "| \(runs(row.consumes)) | \(runs(row.defines)) | \(row.meaning) |\n"
  }
  text += "\n## Intrinsics\n\n| no. | name | operands | meaning |\n| --: | --- | --: | --- |\n"
  for intrinsic in Intrinsic.allCases {
    text +=
      "| \(intrinsic.rawValue) | \(intrinsic.name) | \(intrinsic.operandCount) "
      + "| \(intrinsic.meaning) |\n"
  }
  return text
}

private func runs(_ runs: [RegisterRun]) -> String {
  runs.map { run in
    let offset = run.offset == 0 ? "" : "+\(run.offset)"
    return "\(run.operand)\(offset) × \(count(run.count))"
  }.joined(separator: ", ")
}

private func count(_ count: RegisterRun.Count) -> String {
  switch count {
  case .fixed(let length): "\(length)"
  case .operandC(let times, let plus):
    (times == 1 ? "c" : "\(times)c") + (plus == 0 ? "" : "+\(plus)")
  case .bitsOfC: "bits of c"
  case .unpacked: "before + 1 + after"
  case .intrinsic: "its operands"
  }
}
