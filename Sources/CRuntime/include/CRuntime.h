#pragma once
#include "Atomics.h"
#include "Containers.h"
#include "Globals.h"
