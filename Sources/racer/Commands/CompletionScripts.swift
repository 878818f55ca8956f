import ArgumentParser

/// The shells' completions: the argument parser's, and what it can't know. A script may stand where a
/// subcommand can, and what follows a script is the script's own: files, as far as a shell can tell.
enum CompletionScripts {
  private static let option = "--generate-completion-script"

  /// The script that a command line asks for. Nil if it asks for none, or for a shell that the
  /// argument parser shall refuse.
  static func text(_ arguments: [String]) -> String? {
    guard let first = arguments.first, first.hasPrefix(option) else { return nil }
    let joined = first.dropFirst(option.count)
    let name = joined.hasPrefix("=") ? String(joined.dropFirst()) : arguments.dropFirst().first
    let shell = name.map { CompletionShell(rawValue: $0) } ?? CompletionShell.autodetected()
    guard let shell else { return nil }
    let text = RacerCommand.completionScript(for: shell)
    switch shell {
    case .bash: return text + "\n" + bash
    case .zsh: return zsh(text)
    case .fish: return text + "\n" + fish
    default: return text
    }
  }

  private static var subcommands: [String] {
    RacerCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  private static var bash: String {
    """

    _racer_or_script() {
        local cur="${2}" program='' word
        local -i index
        for ((index = 1; index < COMP_CWORD; index++)); do
            word="${COMP_WORDS[index]}"
            case "${word}" in
            -c|-m) program="${word}"; index+=1; break ;;
            -X|-W) index+=1 ;;
            -*) ;;
            *) program="${word}"; break ;;
            esac
        done
        case "${program}" in
        \(subcommands.joined(separator: "|")))
            _racer "${@}"
            return
            ;;
        '')
            _racer "${@}"
            # An option, or the value of one.
            [[ "${cur}" = -* || "${index}" -gt "${COMP_CWORD}" ]] && return
            case "${3}" in --ast|--dis) return ;; esac
            compopt -o filenames
            while IFS='' read -r word; do
                COMPREPLY+=("${word}")
            done < <(compgen -f -X '!*.py' -- "${cur}"; compgen -d -- "${cur}")
            return
            ;;
        esac
        COMPREPLY=()
        # What belongs to -c or -m itself is no file.
        [[ "${program}" = -* && "${index}" -eq "${COMP_CWORD}" ]] && return
        while IFS='' read -r word; do
            COMPREPLY+=("${word}")
        done < <(compgen -f -- "${cur}")
    }

    complete -o filenames -F _racer_or_script racer

    """
  }

  private static func zsh(_ text: String) -> String {
    let describing = "        _describe -V subcommand subcommands && ret=0\n"
    let choosing = "            \"_racer_${words[1]}\" && ret=0\n            ;;\n"
    let scripts = "        _files -g '*.py' && ret=0\n"
    let files = "        *)\n            _files && ret=0\n            ;;\n"
    return insert(files, after: choosing, in: insert(scripts, after: describing, in: text))
  }

  private static func insert(_ addition: String, after part: String, in text: String) -> String {
    guard let place = text.firstRange(of: part)?.upperBound else { return text }
    return text[..<place] + addition + text[place...]
  }

  private static var fish: String {
    let names = subcommands.joined(separator: " ")
    let isScript = "not __fish_seen_subcommand_from \(names)"
    return """

      function __racer_program
          set -l words (commandline -opc)
          set -e words[1]
          while set -q words[1]
              switch $words[1]
                  case -c -m
                      echo $words[1]
                      return 0
                  case -X -W --ast --dis
                      set -e words[1]
                  case '-*'
                  case '*'
                      echo $words[1]
                      return 0
              end
              set -e words[1]
          end
          return 1
      end
      complete -c racer -n 'not __racer_program >/dev/null' -k \
          -xa '(__fish_complete_suffix .py)'
      complete -c racer -n '__racer_program >/dev/null; and \(isScript)' -F

      """
  }
}
