#pragma once
#include "Atomics.h"
#include "Containers.h"
#include "Globals.h"
#include "Blocking.h"
#include "HeapGlobals.h"
#include "NumberText.h"
#include "Search.h"
