// swift-tools-version:6.1
import PackageDescription

/// Flags of the modules that a running script spends its time in: see docs/design/dispatch.md.
/// Merging functions would break the guaranteed tail calls of the dispatch loop.
let hotSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v5),
  .unsafeFlags(
    [
      "-Ounchecked", "-enforce-exclusivity=unchecked",
      "-Xllvm", "-swiftmergefunc-threshold=0",
      "-Xcc", "-fomit-frame-pointer",
    ],
    .when(configuration: .release)),
]

let coldSettings: [SwiftSetting] = [.swiftLanguageMode(.v5)]

let package = Package(
  name: "racer",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(name: "CGMP", providers: [.apt(["libgmp-dev"])]),
    .systemLibrary(name: "CEdit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CFFI", pkgConfig: "libffi", providers: [.apt(["libffi-dev"])]),
    // Sources/CRuntime/ThreadSanitizer.c says what the flag is for.
    .target(
      name: "CRuntime",
      linkerSettings: [
        .unsafeFlags(
          ["-Xlinker", "--wrap=__tsan_external_write"], .when(configuration: .debug))
      ]),
    .target(name: "Syntax", swiftSettings: coldSettings),
    .target(name: "Bytecode", swiftSettings: coldSettings),
    .executableTarget(
      name: "generate", dependencies: ["Bytecode"], path: "Sources/Generate",
      swiftSettings: coldSettings),
    .target(name: "Compiler", dependencies: ["Syntax", "Bytecode"], swiftSettings: coldSettings),
    .target(
      name: "Runtime", dependencies: ["Bytecode", "CRuntime", "CGMP"],
      swiftSettings: hotSettings),
    .target(
      name: "StandardLibrary", dependencies: ["Runtime", "CRuntime"], exclude: ["Python"],
      swiftSettings: hotSettings),
    .target(name: "Tools", swiftSettings: coldSettings),
    .executableTarget(
      name: "stress", dependencies: ["Runtime", "CRuntime"], swiftSettings: hotSettings),
    .executableTarget(
      name: "racer",
      dependencies: [
        "Syntax", "Bytecode", "Compiler", "Runtime", "StandardLibrary", "Tools", "CEdit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: coldSettings,
      linkerSettings: [
        .unsafeFlags(
          ["-Xclang-linker", "-no-pie", "-Xclang-linker", "-static-libgcc"],
          .when(configuration: .release))
      ]),
    .testTarget(name: "SyntaxTests", dependencies: ["Syntax"]),
    .testTarget(name: "BytecodeTests", dependencies: ["Bytecode", "generate"]),
    .testTarget(name: "CompilerTests", dependencies: ["Compiler"]),
    .testTarget(name: "RuntimeTests", dependencies: ["Runtime", "CRuntime"]),
    .testTarget(name: "ToolsTests", dependencies: ["Tools", "racer"]),
  ]
)
