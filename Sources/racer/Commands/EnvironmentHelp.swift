/// What `--help-env` and `--help-xoptions` print, and the manual's part on the environment.
enum EnvironmentHelp {
  private static let variables: [(name: String, meaning: String)] = [
    ("PYTHON_GIL", "1: under a global lock; 0: without; -X gil goes first"),
    ("PYTHONPATH", "folders to look for modules in, with colons between"),
    ("PYTHONSAFEPATH", "as -P"),
    ("PYTHONNOUSERSITE", "as -s"),
    ("PYTHONSTARTUP", "a script that runs before the first prompt"),
    ("PYTHONINSPECT", "as -i, without making a prompt of what is no terminal"),
    ("PYTHONUNBUFFERED", "as -u"),
    ("PYTHONOPTIMIZE", "as -O, or as often as the number says"),
    ("PYTHONDEBUG", "as -d, or as often as the number says"),
    ("PYTHONVERBOSE", "as -v, or as often as the number says"),
    ("PYTHONWARNINGS", "filters as for -W, with commas between"),
    ("PYTHONDONTWRITEBYTECODE", "as -B"),
    ("PYTHONHASHSEED", "the seed of the hashes of str and bytes: a number, or random"),
    ("PYTHONINTMAXSTRDIGITS", "as -X int_max_str_digits"),
    ("PYTHONFAULTHANDLER", "as -X faulthandler"),
    ("PYTHONDEVMODE", "as -X dev"),
    ("PYTHONUTF8", "1 or 0, as -X utf8"),
    ("PYTHONWARNDEFAULTENCODING", "as -X warn_default_encoding"),
    ("PYTHON_BASIC_REPL", "a prompt without line editing"),
    ("PYTHON_HISTORY", "the file of the prompt's history, instead of ~/.racer_history"),
    ("PYTHON_COLORS", "1: colours; 0: none; without it, terminals have them"),
    ("NO_COLOR", "no colours"),
    ("FORCE_COLOR", "colours, even where there is no terminal"),
    ("RACER_THREADS", "set by racer compare for its scripts: how many threads to use"),
    ("RACER_METRICS", "set by racer compare: a file for a script's own figures"),
  ]

  private static let implementationOptions: [(name: String, meaning: String)] = [
    ("gil=1, gil=0", "with or without a global lock; also --gil and PYTHON_GIL"),
    ("dev", "development mode: shows all warnings and, of a fault, the stacks"),
    ("faulthandler", "shows the threads' stacks when the process dies of a fault"),
    ("int_max_str_digits=number", "most digits of an int as text; 0: no limit"),
    ("utf8, utf8=0", "kept in sys.flags: text is UTF-8 in any case"),
    ("warn_default_encoding", "kept in sys.flags"),
  ]

  /// The text of an option of that name; nil for other options.
  static func text(_ option: String) -> String? {
    switch option {
    case "--help-env": table("Environment variables:", variables)
    case "--help-xoptions": table("Options given as -X name:", implementationOptions)
    case "--help-all":
      RacerCommand.helpMessage() + "\n\n" + table("Environment variables:", variables) + "\n"
        + table("Options given as -X name:", implementationOptions)
    default: nil
    }
  }

  private static func table(_ title: String, _ rows: [(name: String, meaning: String)]) -> String {
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    let lines = rows.map { row in
      "  " + row.name + String(repeating: " ", count: width - row.name.count) + row.meaning
    }
    return title + "\n" + lines.joined(separator: "\n") + "\n"
  }
}
