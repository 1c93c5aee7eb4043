namespace FundLedger.Bank.Matching;

/// <summary>A sign that a line comes from a donor. It is sole when it points to no other donor.</summary>
sealed record PayerSign(string Donor, MatchSign Sign, int Points, bool IsSole, string Text)
{
    /// <summary>Whether a person would take this alone as proof of who paid.</summary>
    public bool IsProof => IsSole && Sign is MatchSign.PayerAccountKnown or MatchSign.PayerNameKnown;
}

/// <summary>Finds the donors that a line may come from, by account, by name, and by names in the text.</summary>
sealed class Payers
{
    const int AccountPoints = 35;
    const int NamePoints = 30;
    const int LeastLikeness = 70;

    readonly Dictionary<string, string[]> _accounts;
    readonly Dictionary<string, string[]> _names;
    readonly (string Donor, string Name, string[] Words)[] _words;
    readonly PayerNames _likeness;

    public Payers(IReadOnlyCollection<KnownPayer> payers, IEnumerable<DonorName> names)
    {
        _accounts = ByText(payers.Select(payer => (AccountNumber.Normal(payer.Account), payer.Donor)));
        _words = payers.Select(payer => (payer.Donor, payer.Name))
            .Concat(names.Select(name => (name.Donor, name.Name)))
            .Distinct()
            .Select(name => (name.Donor, name.Name, FoldedText.Words(name.Name)))
            .Where(name => name.Item3.Length > 0)
            .OrderBy(name => name.Donor, StringComparer.Ordinal).ThenBy(name => name.Name, StringComparer.Ordinal)
            .ToArray();
        _names = ByText(_words.Select(name => (string.Concat(name.Words), name.Donor)));
        _likeness = new PayerNames(_words.Select(name => (name.Donor, name.Words)));
    }

    /// <summary>The signs, at most one of each kind a donor, strongest first.</summary>
    public List<PayerSign> Of(BankLine line)
    {
        var signs = new List<PayerSign>();
        AddKnown(signs, _accounts, AccountNumber.Normal(line.PayerAccount), MatchSign.PayerAccountKnown, AccountPoints,
            $"payer's account {line.PayerAccount} is known");
        foreach (var name in new[] { line.OnBehalfOf, line.PayerName })
            AddKnown(signs, _names, string.Concat(FoldedText.Words(name)), MatchSign.PayerNameKnown, NamePoints,
                $"payer's name '{name}' is known");
        AddSimilar(signs, line.PayerName);
        AddSimilar(signs, line.OnBehalfOf);
        AddNamed(signs, line.Remittance);
        return signs;
    }

    static Dictionary<string, string[]> ByText(IEnumerable<(string Text, string Donor)> pairs) => pairs
        .Where(pair => pair.Text.Length > 0)
        .GroupBy(pair => pair.Text, pair => pair.Donor, StringComparer.Ordinal)
        .ToDictionary(
            same => same.Key, same => same.Distinct().Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    static void AddKnown(
        List<PayerSign> signs, Dictionary<string, string[]> known, string text, MatchSign sign, int points, string reason)
    {
        if (!known.TryGetValue(text, out var donors)) return;
        var isSole = donors.Length == 1;
        foreach (var donor in donors)
            Add(signs, new PayerSign(donor, sign, isSole ? points : points / 2, isSole,
                isSole ? reason : reason + FormattableString.Invariant($", though for {donors.Length} donors")));
    }

    static void Add(List<PayerSign> signs, PayerSign sign)
    {
        if (!signs.Exists(other => other.Donor == sign.Donor && other.Sign == sign.Sign)) signs.Add(sign);
    }

    void AddSimilar(List<PayerSign> signs, string payer)
    {
        var words = FoldedText.Words(payer);
        if (words.Length == 0) return;
        var alike = _words
            .Select(name => (name.Donor, name.Name, Found: _likeness.Likeness(name.Words, words)))
            .Where(name => name.Found.PerCent >= LeastLikeness)
            .ToList();
        // "Papua New Guinea" is not Guinea: a name inside a longer one that also fits is passed over.
        alike.RemoveAll(one => alike.Exists(other =>
            other.Donor != one.Donor && one.Found.Used.IsProperSubsetOf(other.Found.Used)));
        foreach (var best in alike.GroupBy(name => name.Donor).Select(same => same.MaxBy(name => name.Found.PerCent)))
            Add(signs, new PayerSign(best.Donor, MatchSign.PayerNameSimilar, best.Found.PerCent / 5,
                alike.TrueForAll(other => other.Donor == best.Donor),
                FormattableString.Invariant($"payer's name '{payer}' is {best.Found.PerCent} % like '{best.Name}'")));
    }

    void AddNamed(List<PayerSign> signs, string text)
    {
        var words = FoldedText.Words(text);
        var named = _words
            .Select(name => (name.Donor, name.Name, name.Words.Length, At: IndexOf(words, name.Words)))
            .Where(name => name.At >= 0)
            .ToList();
        named.RemoveAll(one => named.Exists(other => other.Donor != one.Donor && other.Length > one.Length
            && other.At <= one.At && one.At + one.Length <= other.At + other.Length));
        foreach (var (donor, name, _, _) in named)
            Add(signs, new PayerSign(donor, MatchSign.PayerNamedInText, 12,
                named.TrueForAll(other => other.Donor == donor), $"the text names '{name}'"));
    }

    static int IndexOf(string[] words, string[] name)
    {
        for (var at = 0; at + name.Length <= words.Length; at++)
            if (words.AsSpan(at, name.Length).SequenceEqual(name)) return at;
        return -1;
    }
}
