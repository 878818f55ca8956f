// Writes the files that follow from the opcode table. Run in the package's root directory;
// `swift run generate --with-shims` writes the interpreter's shims too.
import Bytecode

#if canImport(Glibc)
import Glibc
#endif

for file in generatedFiles(withShims: CommandLine.arguments.contains("--with-shims")) {
  guard let stream = fopen(file.path, "w") else {
    perror(file.path)
    exit(1)
  }
  fputs(file.text, stream)
  fclose(stream)
  print(file.path)
}
