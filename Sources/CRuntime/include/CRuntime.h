#pragma once
#include "Atomics.h"
#include "Globals.h"
#include "Stack.h"
