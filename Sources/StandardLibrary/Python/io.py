"""Files and streams in memory."""

import posix
import _thread

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
_CHUNK = 65536


class UnsupportedOperation(OSError, ValueError):
    """A stream can't do that."""


BlockingIOError = BlockingIOError


class IOBase:
    """What all streams have."""

    _closed = False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __del__(self):
        if not self._closed:
            try:
                self.close()
            except Exception:
                pass

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def flush(self):
        self._check_open()

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, offset, whence=0):
        raise UnsupportedOperation("seek")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def truncate(self, size=None):
        raise UnsupportedOperation("truncate")

    def readlines(self, hint=-1):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Streams without a buffer."""


class BufferedIOBase(IOBase):
    """Streams of bytes."""


class TextIOBase(IOBase):
    """Streams of text."""

    encoding = None
    errors = None
    newlines = None


class FileIO(RawIOBase):
    """A file of the system, through a buffer of bytes. One lock guards position and buffers."""

    def __init__(self, file, mode="r", closefd=True, opener=None):
        self._closed = True
        reading = "r" in mode
        updating = "+" in mode
        flags = posix.O_RDWR if updating else posix.O_RDONLY if reading else posix.O_WRONLY
        if "w" in mode:
            flags |= posix.O_CREAT | posix.O_TRUNC
        elif "a" in mode:
            flags |= posix.O_CREAT | posix.O_APPEND
        elif "x" in mode:
            flags |= posix.O_CREAT | posix.O_EXCL
        if isinstance(file, int) and not isinstance(file, bool):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._fd = file
            self._closefd = closefd
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            self._fd = opener(file, flags) if opener else posix.open(file, flags, 0o666)
            self._closefd = True
        if posix._fstat(self._fd)[0] & 0o170000 == 0o040000:
            if self._closefd:
                posix.close(self._fd)
            raise IsADirectoryError(21, "Is a directory", file)
        self.name = file
        self.mode = ("rb+" if updating and reading else "rb" if reading else
                     mode.replace("t", "").replace("b", "")[0] + "b" + ("+" if updating else ""))
        self._reads = reading or updating
        self._writes = not reading or updating
        self._lock = _thread.RLock()
        self._read_buffer = b""
        self._read_at = 0
        self._pending = []
        self._pending_size = 0
        self._closed = False
        if "a" in mode:
            try:
                posix.lseek(self._fd, 0, SEEK_END)
            except OSError:
                pass

    def __repr__(self):
        kind = ("BufferedRandom" if self._reads and self._writes else
                "BufferedReader" if self._reads else "BufferedWriter")
        return f"<_io.{kind} name={self.name!r}>"

    @property
    def raw(self):
        return self

    def fileno(self):
        self._check_open()
        return self._fd

    def isatty(self):
        self._check_open()
        return posix.isatty(self._fd)

    def readable(self):
        self._check_open()
        return self._reads

    def writable(self):
        self._check_open()
        return self._writes

    def seekable(self):
        self._check_open()
        try:
            posix.lseek(self._fd, 0, SEEK_CUR)
        except OSError:
            return False
        return True

    def close(self):
        if self._closed:
            return
        with self._lock:
            if self._closed:
                return
            try:
                self._flush()
            finally:
                self._closed = True
                if self._closefd:
                    posix.close(self._fd)

    def flush(self):
        with self._lock:
            self._check_open()
            self._flush()

    def _flush(self):
        if not self._pending:
            return
        data = b"".join(self._pending)
        self._pending = []
        self._pending_size = 0
        while data:
            data = data[posix.write(self._fd, data):]

    def _drop_read_ahead(self):
        ahead = len(self._read_buffer) - self._read_at
        self._read_buffer = b""
        self._read_at = 0
        if ahead:
            posix.lseek(self._fd, -ahead, SEEK_CUR)

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        with self._lock:
            self._check_open()
            if not self._writes:
                raise UnsupportedOperation("write")
            if self._read_buffer:
                self._drop_read_ahead()
            data = bytes(data)
            self._pending.append(data)
            self._pending_size += len(data)
            if self._pending_size >= _CHUNK:
                self._flush()
            return len(data)

    def _check_readable(self):
        self._check_open()
        if not self._reads:
            raise UnsupportedOperation("read")
        if self._pending:
            self._flush()

    def read(self, size=-1):
        with self._lock:
            self._check_readable()
            parts = [self._read_buffer[self._read_at:]]
            self._read_buffer = b""
            self._read_at = 0
            total = len(parts[0])
            unlimited = size is None or size < 0
            while unlimited or total < size:
                chunk = posix.read(self._fd, _CHUNK)
                if not chunk:
                    break
                parts.append(chunk)
                total += len(chunk)
            data = b"".join(parts)
            if not unlimited and len(data) > size:
                self._read_buffer = data
                self._read_at = size
                return data[:size]
            return data

    read1 = read

    def readall(self):
        return self.read()

    def peek(self, size=0):
        with self._lock:
            self._check_readable()
            if self._read_at >= len(self._read_buffer):
                self._read_buffer = posix.read(self._fd, _CHUNK)
                self._read_at = 0
            return self._read_buffer[self._read_at:]

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        with self._lock:
            self._check_readable()
            parts = []
            total = 0
            while True:
                end = self._read_buffer.find(b"\n", self._read_at)
                if end >= 0:
                    parts.append(self._read_buffer[self._read_at:end + 1])
                    self._read_at = end + 1
                    break
                rest = self._read_buffer[self._read_at:]
                parts.append(rest)
                total += len(rest)
                self._read_buffer = posix.read(self._fd, _CHUNK)
                self._read_at = 0
                if not self._read_buffer or (size is not None and 0 <= size <= total):
                    break
            line = b"".join(parts)
            if size is not None and 0 <= size < len(line):
                self._read_buffer = line[size:] + self._read_buffer[self._read_at:]
                self._read_at = 0
                line = line[:size]
            return line

    def seek(self, offset, whence=0):
        with self._lock:
            self._check_open()
            self._flush()
            if whence == SEEK_CUR:
                offset -= len(self._read_buffer) - self._read_at
            self._read_buffer = b""
            self._read_at = 0
            return posix.lseek(self._fd, offset, whence)

    def tell(self):
        with self._lock:
            self._check_open()
            self._flush()
            ahead = len(self._read_buffer) - self._read_at
            return posix.lseek(self._fd, 0, SEEK_CUR) - ahead

    def truncate(self, size=None):
        with self._lock:
            self._check_open()
            if size is None:
                size = self.tell()
            self._flush()
            posix.ftruncate(self._fd, size)
            return size


class BufferedReader(FileIO):
    """Bytes of a file to read."""


class BufferedWriter(FileIO):
    """Bytes of a file to write."""


class BufferedRandom(FileIO):
    """Bytes of a file to read and write."""


class BytesIO(BufferedIOBase):
    """Bytes in memory. What getvalue gives is a copy, never the live buffer."""

    def __init__(self, initial_bytes=b""):
        self._buffer = bytearray(initial_bytes)
        self._position = 0
        self._lock = _thread.RLock()

    def readable(self):
        self._check_open()
        return True

    writable = readable
    seekable = readable

    def getvalue(self):
        self._check_open()
        with self._lock:
            return bytes(self._buffer)

    def getbuffer(self):
        self._check_open()
        return memoryview(self._buffer)

    def read(self, size=-1):
        self._check_open()
        with self._lock:
            end = len(self._buffer) if size is None or size < 0 else self._position + size
            data = bytes(self._buffer[self._position:end])
            self._position += len(data)
            return data

    read1 = read

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check_open()
        with self._lock:
            end = self._buffer.find(b"\n", self._position) + 1
            if end == 0:
                end = len(self._buffer)
            if size is not None and 0 <= size < end - self._position:
                end = self._position + size
            data = bytes(self._buffer[self._position:end])
            self._position += len(data)
            return data

    def write(self, data):
        self._check_open()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        with self._lock:
            if self._position > len(self._buffer):
                self._buffer.extend(bytes(self._position - len(self._buffer)))
            self._buffer[self._position:self._position + len(data)] = data
            self._position += len(data)
        return len(data)

    def seek(self, offset, whence=0):
        self._check_open()
        with self._lock:
            base = (0, self._position, len(self._buffer))[whence]
            if whence == 0 and offset < 0:
                raise ValueError(f"negative seek value {offset}")
            self._position = max(0, base + offset)
            return self._position

    def tell(self):
        self._check_open()
        return self._position

    def truncate(self, size=None):
        self._check_open()
        with self._lock:
            size = self._position if size is None else size
            del self._buffer[size:]
            return size


class StringIO(TextIOBase):
    """Text in memory."""

    def __init__(self, initial_value="", newline="\n"):
        self._newline = newline
        self._text = ""
        self._parts = []
        self._position = 0
        self._lock = _thread.RLock()
        if initial_value:
            self.write(initial_value)
            self._position = 0

    def _join(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts = []
        return self._text

    def readable(self):
        self._check_open()
        return True

    writable = readable
    seekable = readable

    @property
    def line_buffering(self):
        return False

    def getvalue(self):
        self._check_open()
        with self._lock:
            return self._join()

    def write(self, text):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError("string argument expected, got " + repr(type(text).__name__))
        count = len(text)
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        with self._lock:
            end = len(self._text) + sum(map(len, self._parts)) if self._parts else len(self._text)
            if self._position == end:
                self._parts.append(text)
            else:
                whole = self._join()
                if self._position > len(whole):
                    whole += "\0" * (self._position - len(whole))
                self._text = whole[:self._position] + text + whole[self._position + len(text):]
            self._position += len(text)
            if len(self._parts) > 64:
                self._join()
        return count

    def read(self, size=-1):
        self._check_open()
        with self._lock:
            whole = self._join()
            end = len(whole) if size is None or size < 0 else self._position + size
            text = whole[self._position:end]
            self._position += len(text)
            return text

    def readline(self, size=-1):
        self._check_open()
        with self._lock:
            whole = self._join()
            end = whole.find("\n", self._position) + 1
            if end == 0:
                end = len(whole)
            if size is not None and 0 <= size < end - self._position:
                end = self._position + size
            text = whole[self._position:end]
            self._position += len(text)
            return text

    def seek(self, offset, whence=0):
        self._check_open()
        with self._lock:
            if whence == 0:
                if offset < 0:
                    raise ValueError(f"Negative seek position {offset}")
                self._position = offset
            elif offset != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            elif whence == 2:
                self._position = len(self._join())
            return self._position

    def tell(self):
        self._check_open()
        return self._position

    def truncate(self, size=None):
        self._check_open()
        with self._lock:
            size = self._position if size is None else size
            self._text = self._join()[:size]
            return size


class TextIOWrapper(TextIOBase):
    """Text over a stream of bytes."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self.buffer = buffer
        self.encoding = encoding or "UTF-8"
        self.errors = errors or "strict"
        "".encode(self.encoding)
        self._newline = newline
        self.line_buffering = line_buffering
        self._lock = _thread.RLock()
        # Text that was decoded and not read yet, and bytes that don't make a character yet.
        self._ahead = ""
        self._ahead_at = 0
        self._bytes = b""
        self._out = []
        self._out_size = 0
        self._seen = set()
        self.mode = getattr(buffer, "mode", "")

    def __repr__(self):
        name = f" name={self.buffer.name!r}" if hasattr(self.buffer, "name") else ""
        return (f"<_io.TextIOWrapper{name} mode={self.mode!r} encoding={self.encoding!r}>")

    @property
    def name(self):
        return self.buffer.name

    @property
    def newlines(self):
        """The kinds of line ends seen so far."""
        seen = tuple(kind for kind in ("\r", "\n", "\r\n") if kind in self._seen)
        return seen if len(seen) > 1 else seen[0] if seen else None

    @property
    def closed(self):
        return self.buffer.closed

    def _check_open(self):
        if self.buffer.closed:
            raise ValueError("I/O operation on closed file.")

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def close(self):
        if not self.buffer.closed:
            with self._lock:
                try:
                    self._write_out()
                finally:
                    self.buffer.close()
        self._closed = True

    def detach(self):
        self.flush()
        return self.buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None,
                    write_through=None):
        self.flush()
        if encoding is not None:
            self.encoding = encoding
        if errors is not None:
            self.errors = errors
        if line_buffering is not None:
            self.line_buffering = line_buffering

    # Writing.

    def _write_out(self):
        if self._out:
            text = "".join(self._out)
            self._out = []
            self._out_size = 0
            self.buffer.write(text.encode(self.encoding, self.errors))

    def flush(self):
        self._check_open()
        with self._lock:
            self._write_out()
            self.buffer.flush()

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._check_open()
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        count = len(text)
        if self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        with self._lock:
            self._out.append(text)
            self._out_size += count
            if self._out_size >= 8192 or (self.line_buffering and "\n" in text):
                self._write_out()
                if self.line_buffering:
                    self.buffer.flush()
        return count

    # Reading.

    def _decode(self, data, final):
        data = self._bytes + data
        self._bytes = b""
        if not final and data and self.encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
            # The first bytes of a character that the next chunk completes.
            for back in range(1, min(4, len(data)) + 1):
                byte = data[-back]
                if byte >= 0xC0:
                    if back < (2 if byte < 0xE0 else 3 if byte < 0xF0 else 4):
                        self._bytes = data[-back:]
                        data = data[:-back]
                    break
                if byte < 0x80:
                    break
        text = data.decode(self.encoding, self.errors)
        if not self._newline and not final and text.endswith("\r"):
            text = text[:-1]
            self._bytes = b"\r" + self._bytes
        if not self._newline:
            pairs = text.count("\r\n")
            self._seen |= {kind for kind, found in (
                ("\r", text.count("\r") > pairs), ("\n", text.count("\n") > pairs),
                ("\r\n", pairs)) if found}
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def _fill(self):
        """Decode one more chunk. False at the end."""
        data = self.buffer.read(_CHUNK) if not isinstance(self.buffer, FileIO) else (
            self.buffer.peek() and self.buffer.read(len(self.buffer.peek())))
        if not data:
            rest = self._decode(b"", True)
            if not rest:
                return False
        else:
            rest = self._decode(data, False)
        self._ahead = self._ahead[self._ahead_at:] + rest
        self._ahead_at = 0
        return True

    def _check_readable(self):
        self._check_open()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        self._write_out()

    def read(self, size=-1):
        with self._lock:
            self._check_readable()
            if size is None or size < 0:
                text = self._ahead[self._ahead_at:] + self._decode(self.buffer.read(), True)
                self._ahead = ""
                self._ahead_at = 0
                return text
            while len(self._ahead) - self._ahead_at < size and self._fill():
                pass
            text = self._ahead[self._ahead_at:self._ahead_at + size]
            self._ahead_at += len(text)
            return text

    def _line_end(self):
        if self._newline in (None, "\n"):
            return self._ahead.find("\n", self._ahead_at) + 1
        if self._newline:
            found = self._ahead.find(self._newline, self._ahead_at)
            return found + len(self._newline) if found >= 0 else 0
        # Universal, untranslated.
        line = self._ahead.find("\n", self._ahead_at)
        bare = self._ahead.find("\r", self._ahead_at)
        if bare < 0 or 0 <= line < bare:
            return line + 1
        if bare + 1 == len(self._ahead):
            return 0
        return bare + 2 if self._ahead[bare + 1] == "\n" else bare + 1

    def readline(self, size=-1):
        with self._lock:
            self._check_readable()
            while True:
                end = self._line_end()
                if end > 0:
                    break
                if size is not None and 0 <= size <= len(self._ahead) - self._ahead_at:
                    end = len(self._ahead)
                    break
                if not self._fill():
                    end = len(self._ahead)
                    break
            if size is not None and 0 <= size < end - self._ahead_at:
                end = self._ahead_at + size
            line = self._ahead[self._ahead_at:end]
            self._ahead_at = end
            return line

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    # Positions: those of the bytes, which text that was read ahead has to be taken off.

    def tell(self):
        with self._lock:
            self._check_open()
            self._write_out()
            ahead = self._ahead[self._ahead_at:]
            return (self.buffer.tell() - len(ahead.encode(self.encoding, self.errors))
                    - len(self._bytes))

    def seek(self, offset, whence=0):
        with self._lock:
            self._check_open()
            self._write_out()
            if whence == SEEK_CUR:
                if offset != 0:
                    raise UnsupportedOperation("can't do nonzero cur-relative seeks")
                offset = self.tell()
                whence = 0
            elif whence == SEEK_END and offset != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self._ahead = ""
            self._ahead_at = 0
            self._bytes = b""
            return self.buffer.seek(offset, whence)

    def truncate(self, size=None):
        with self._lock:
            self.flush()
            return self.buffer.truncate(self.tell() if size is None else size)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    """Open a file; a stream of text, or of bytes with "b" in the mode."""
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    kinds = set(mode)
    if kinds - set("axrwb+t") or len(mode) > len(kinds):
        raise ValueError("invalid mode: %r" % mode)
    if "t" in kinds and "b" in kinds:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds & set("axrw")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    binary = "b" in kinds
    if binary:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        if errors is not None:
            raise ValueError("binary mode doesn't take an errors argument")
        if newline is not None:
            raise ValueError("binary mode doesn't take a newline argument")
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if not isinstance(file, (str, bytes, int)) and not hasattr(file, "__fspath__"):
        raise TypeError(
            f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    plain = "".join(c for c in mode if c not in "bt")
    cls = (BufferedRandom if "+" in kinds else
           BufferedReader if "r" in kinds else BufferedWriter)
    raw = cls(file, plain, closefd, opener)
    if binary:
        return raw
    text = TextIOWrapper(raw, encoding, errors, newline,
                         buffering == 1 or (buffering < 0 and raw.isatty()))
    text.mode = mode
    return text


open_code = open


def text_encoding(encoding, stacklevel=2):
    """The encoding, or "utf-8"."""
    return "utf-8" if encoding is None else encoding
