print("fatigue")
