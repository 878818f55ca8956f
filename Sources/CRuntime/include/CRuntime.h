#pragma once
#include "Atomics.h"
#include "Globals.h"
#include "NumberText.h"
#include "Search.h"
