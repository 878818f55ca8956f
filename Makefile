# Set-up, building, testing, measuring. `make help` lists what there is.
#
# Two targets need nothing prepared but a Swift toolchain: `demo` and `test` install what is missing
# from Debian's packages first (as root, or through sudo).

PREFIX ?= /usr/local
SHARED = $(DESTDIR)$(PREFIX)/share
JOBS ?= 2
STRESS_SECONDS ?= 600

SWIFT ?= swift
PYTHON ?= /usr/bin/python3
RACER := .build/release/racer
STATIC := .build/static-libraries

# The release binary carries the Swift runtime, libstdc++ and the prompt's libraries inside it:
# loading them at start-up would take longer than running a short script. The linker prefers a .a
# that it finds first.
RELEASE := -c release --static-swift-stdlib --omit-frame-pointers -Xlinker -L$(CURDIR)/$(STATIC)
STATIC_LIBRARIES := $(addprefix $(STATIC)/,libstdc++.a libedit.a libtinfo.a libbsd.a libmd.a libgmp.a)
# What the interpreter itself needs lives until the process ends; recursion is limited by addresses
# on the true stack; and freed memory that is kept for a time looks like growth to the tests.
ASAN := ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0:quarantine_size_mb=16
TSAN := TSAN_OPTIONS=halt_on_error=1:exitcode=66
PACKAGES := libgmp-dev libffi-dev libedit-dev python3 g++ make
# What the tests of the prompt drive a terminal with, and shells whose completions are tested: without
# one of these its test is skipped.
TEST_PACKAGES := tmux
TEST_SHELLS := zsh fish

.PHONY: help deps build debug demo test conformance examples-test terminal-test docs-test install bench tsan asan stress \
	generate format lint clean

help:
	@echo "make demo      set up, build, and compare both modes on an example"
	@echo "make test      set up, build, and run every test"
	@echo "make build     the release binary, $(RACER)"
	@echo "make install   copy it below PREFIX ($(PREFIX)), with its manual and shells' completions"
	@echo "make bench     measure against the Pythons found on this machine"
	@echo "make tsan      the thread tests under the thread sanitizer"
	@echo "make asan      the tests under the address sanitizer"
	@echo "make docs-test what the documentation says to run"
	@echo "make stress    the stress tests for STRESS_SECONDS ($(STRESS_SECONDS))"
	@echo "make generate  the files that follow from the opcode table"
	@echo "make format    lay out the sources; make lint: check them"

deps:
	@Scripts/install-packages $(PACKAGES)

$(STATIC)/%.a: | deps
	@mkdir -p $(STATIC)
	@ln -sf "$$(g++ -print-file-name=$(@F))" $@

build: deps $(STATIC_LIBRARIES)
	$(SWIFT) build $(RELEASE) --product racer
	@Scripts/lint-binary $(RACER)

debug: deps
	$(SWIFT) build

demo: build
	$(RACER) compare --threads 1,2 --runs 3 examples/word_count.py
	$(RACER) compare --threads 1,2 --runs 3 examples/mandelbrot.py

test: build
	@Scripts/install-packages $(TEST_PACKAGES)
	@for shell in $(TEST_SHELLS); do \
		Scripts/install-packages $$shell || echo "$$shell could not be installed: not tested"; done
	@SWIFT="$(SWIFT)" $(PYTHON) Tests/run-all

conformance: build
	Tests/Conformance/run --racer $(RACER) --jobs $(JOBS)

examples-test: build
	@Scripts/install-packages $(TEST_PACKAGES)
	Tests/Examples/run --racer $(RACER) --jobs $(JOBS)

terminal-test: build
	@Scripts/install-packages $(TEST_PACKAGES)
	Tests/Terminal/run --racer $(RACER) --jobs $(JOBS)

docs-test: build
	@Scripts/install-packages $(TEST_PACKAGES)
	Tests/Docs/run --racer $(RACER)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(RACER) $(DESTDIR)$(PREFIX)/bin/racer
	install -d $(addprefix $(SHARED)/,man/man1 bash-completion/completions zsh/site-functions \
		fish/vendor_completions.d)
	Scripts/make-manual $(RACER) > $(SHARED)/man/man1/racer.1
	$(RACER) --generate-completion-script bash > $(SHARED)/bash-completion/completions/racer
	$(RACER) --generate-completion-script zsh > $(SHARED)/zsh/site-functions/_racer
	$(RACER) --generate-completion-script fish > $(SHARED)/fish/vendor_completions.d/racer.fish

bench: build
	Benchmarks/run --racer $(RACER) $(BENCH)

tsan: deps
	$(SWIFT) build --build-path .build/tsan --sanitize thread --product racer
	$(TSAN) Tests/Conformance/run --racer .build/tsan/debug/racer --jobs $(JOBS) --timeout 300 \
		--mode free threads
	$(TSAN) $(SWIFT) test --build-path .build/tsan --sanitize thread --filter RuntimeTests

asan: deps
	$(SWIFT) build --build-path .build/asan --sanitize address --product racer
	$(ASAN) Tests/Conformance/run --racer .build/asan/debug/racer --jobs $(JOBS) --timeout 300
	$(ASAN) $(SWIFT) test --build-path .build/asan --sanitize address --filter RuntimeTests

stress: build
	Tests/Stress/run --racer $(RACER) --seconds $(STRESS_SECONDS)

generate:
	$(SWIFT) run generate

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift
	Scripts/lint-fence

clean:
	rm -rf .build
