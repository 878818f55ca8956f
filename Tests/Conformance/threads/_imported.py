import time

runs = 0
time.sleep(0.02)
runs += 1
