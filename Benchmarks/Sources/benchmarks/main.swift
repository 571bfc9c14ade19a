Benchmarks(arguments: CommandLine.arguments).run()
