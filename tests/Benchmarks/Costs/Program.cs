using VpcEndpointTools.Costs;

// The figures whose names are given, or all (--quick: once, on a tenth): a table, and 1 as exit code where one is more than wanted. The machine should have nothing else to do.
Dictionary<string, Func<IEnumerable<Figure>>> all = new(StringComparer.OrdinalIgnoreCase)
{
    ["evaluation"] = LibraryCosts.Evaluation,
    ["scaling"] = ModuleCosts.Scaling,
    ["import"] = ModuleCosts.Import,
    ["recommendation"] = ModuleCosts.Recommendation,
    ["tab"] = ModuleCosts.Tab,
    ["page"] = ModuleCosts.Page,
    ["live"] = LiveCosts.Region,
    ["first"] = LiveCosts.FirstCall,
};
Effort.IsQuick = args.Contains("--quick", StringComparer.Ordinal);
string[] names = [.. args.Where(name => name != "--quick")];
string[] unknown = [.. names.Where(name => !all.ContainsKey(name))];
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"{string.Join(", ", unknown)}: no such figure. There are {string.Join(", ", all.Keys)}, and --quick.");
    return 64;
}

bool isMet = true;
Console.WriteLine("| What | Figure | Wanted | |\n| --- | ---: | ---: | --- |");
foreach (Figure figure in (names.Length == 0 ? [.. all.Keys] : names).SelectMany(name => all[name]()))
{
    Console.WriteLine(figure);
    isMet &= figure.IsMet;
}

return isMet || Effort.IsQuick ? 0 : 1;
