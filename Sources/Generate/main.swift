// Writes the generated files. Run in the package's root directory.
import Bytecode

#if canImport(Glibc)
  import Glibc
#endif

for file in generatedFiles() {
  guard let stream = fopen(file.path, "w") else {
    perror(file.path)
    exit(1)
  }
  fputs(file.text, stream)
  fclose(stream)
  print(file.path)
}
