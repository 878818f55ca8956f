"""Switch interval and mode can be asked for in both modes."""
import sys

print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
try:
    sys.setswitchinterval(0)
except ValueError as error:
    print(error)
print(type(sys._is_gil_enabled()).__name__)
