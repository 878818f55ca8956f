#include "CRuntime.h"

// Read-only: nothing may ever write to an empty store.
const uint64_t racer_empty_list_store_words[2] = {0, 0};

// DictTable's header (Objects/Dictionary/DictTable.swift): version and index geometry, capacity,
// entries used, offset of the entries, scan start, scan end; then the eight index bytes.
const uint64_t racer_empty_dict_table_words[8] = {0x03ull << 32, 0, 0, 56, 0, 0, UINT64_MAX, 0};
