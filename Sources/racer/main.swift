print("racer")
