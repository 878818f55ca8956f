#pragma once
#include "Atomics.h"
#include "Globals.h"
#include "Blocking.h"
#include "HeapGlobals.h"
