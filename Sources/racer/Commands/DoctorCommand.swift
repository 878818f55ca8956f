import ArgumentParser
import Tools

/// `racer doctor`: whether this machine lets threads run as they should.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at the machine and at what may slow or stop scripts.",
    discussion: "Exit code 1 says that something does not work.")

  mutating func run() throws {
    let findings =
      [build] + MachineCheckup.findings()
      + RunCheckup(executable: Environment.ownExecutable).findings()
    Console.print(Finding.lines(findings).joined(separator: "\n"))
    if findings.contains(where: { $0.verdict == .bad }) { throw ExitCode(1) }
  }

  private var build: Finding {
    Version.isDebugBuild
      ? Finding(.remark, "build", "Racer \(Version.racer), debug build: many times slower")
      : Finding(.good, "build", "Racer \(Version.racer), release build")
  }
}
