// The C library's functions of complex numbers, which Swift can't import: each as a function of two
// floats that writes two.
#pragma once
#include <complex.h>

#define RACER_COMPLEX(name)                                                                        \
  static inline void racer_##name(double real, double imaginary, double *result) {                 \
    double _Complex value;                                                                         \
    __real__ value = real;                                                                         \
    __imag__ value = imaginary;                                                                    \
    value = name(value);                                                                           \
    result[0] = creal(value);                                                                      \
    result[1] = cimag(value);                                                                      \
  }

RACER_COMPLEX(cacos)
RACER_COMPLEX(cacosh)
RACER_COMPLEX(casin)
RACER_COMPLEX(casinh)
RACER_COMPLEX(catan)
RACER_COMPLEX(catanh)
RACER_COMPLEX(ccos)
RACER_COMPLEX(ccosh)
RACER_COMPLEX(cexp)
RACER_COMPLEX(clog)
RACER_COMPLEX(csin)
RACER_COMPLEX(csinh)
RACER_COMPLEX(csqrt)
RACER_COMPLEX(ctan)
RACER_COMPLEX(ctanh)
