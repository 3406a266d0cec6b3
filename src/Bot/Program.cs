using Sitrep.CommandLine;

return await VerbTable.RunAsync(args, new Terminal(Console.Out, Console.Error));
