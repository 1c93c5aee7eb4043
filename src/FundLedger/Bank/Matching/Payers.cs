namespace FundLedger.Bank.Matching;

/// <summary>A sign that a line comes from a donor; proof where a person would take it alone for that.</summary>
sealed record PayerSign(string Donor, MatchSign Sign, int Points, bool IsProof, string Text);

/// <summary>Finds the donors that a line may come from, by account, by name, and by names in the text.</summary>
sealed class Payers
{
    const int AccountPoints = 35;
    const int NamePoints = 30;
    const int NamedPoints = 12;
    const int LeastLikeness = 70;

    readonly Dictionary<string, string[]> _accounts;
    readonly Dictionary<string, string[]> _names;
    readonly (string Donor, string Name, string[] Words, bool IsOwn)[] _words;
    readonly PayerNames _likeness;

    public Payers(IReadOnlyCollection<KnownPayer> payers, IEnumerable<DonorName> names)
    {
        _accounts = ByText(payers.Select(payer => (AccountNumber.Normal(payer.Account), payer.Donor)));
        _words = payers.Select(payer => (payer.Donor, payer.Name, Words: FoldedText.Words(payer.Name), IsOwn: false))
            .Concat(names.Select(name => (name.Donor, name.Name, Words: FoldedText.Words(name.Name), IsOwn: true)))
            .Where(name => name.Words.Length > 0)
            .OrderBy(name => name.Donor, StringComparer.Ordinal).ThenBy(name => name.Name, StringComparer.Ordinal)
            .ToArray();
        _names = ByText(_words.Select(name => (string.Concat(name.Words), name.Donor)));
        _likeness = new PayerNames(_words.Select(name => (name.Donor, name.Words)));
    }

    /// <summary>The signs, at most one of each kind a donor, strongest first.</summary>
    public List<PayerSign> Of(BankLine line)
    {
        var signs = new List<PayerSign>();
        AddAccount(signs, line.PayerAccount);
        AddName(signs, line.OnBehalfOf, line.PayerAccount);
        AddName(signs, line.PayerName, line.PayerAccount);
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

    void AddAccount(List<PayerSign> signs, string account)
    {
        if (!_accounts.TryGetValue(AccountNumber.Normal(account), out var donors)) return;
        foreach (var donor in donors)
            Add(signs, new PayerSign(donor, MatchSign.PayerAccountKnown, AccountPoints / donors.Length,
                IsProof: donors.Length == 1, $"payer's account {account} is known" + Shared(donors)));
    }

    // Every State has a Ministry of Finance: a name is proof only if it says which, and no unknown account gainsays it.
    void AddName(List<PayerSign> signs, string name, string account)
    {
        var words = FoldedText.Words(name);
        if (!_names.TryGetValue(string.Concat(words), out var donors)) return;
        var isPlain = donors.Length == 1 && account.Length == 0;
        foreach (var donor in donors)
            Add(signs, new PayerSign(donor, MatchSign.PayerNameKnown, NamePoints / donors.Length,
                isPlain && IsNamedIn(words, donor), $"payer's name '{name}' is known" + Shared(donors)));
    }

    bool IsNamedIn(string[] words, string donor) =>
        _words.Any(name => name.IsOwn && name.Donor == donor && IndexOf(words, name.Words) >= 0);

    static string Shared(string[] donors) =>
        donors.Length == 1 ? "" : FormattableString.Invariant($", though for {donors.Length} donors");

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
        // "Papua New Guinea" is not Guinea, and "Iceland" not Ireland misspelt: of two names found in the same words
        // the longer or the liker one counts.
        alike.RemoveAll(one => alike.Exists(other => other.Donor != one.Donor && IsBetter(other.Found, one.Found)));
        foreach (var best in alike.GroupBy(name => name.Donor).Select(same => same.MaxBy(name => name.Found.PerCent)))
            Add(signs, new PayerSign(best.Donor, MatchSign.PayerNameSimilar, best.Found.PerCent / 5, IsProof: false,
                FormattableString.Invariant($"payer's name '{payer}' is {best.Found.PerCent} % like '{best.Name}'")));
    }

    static bool IsBetter((int PerCent, HashSet<int> Used) one, (int PerCent, HashSet<int> Used) other) =>
        other.Used.IsSubsetOf(one.Used) && (one.Used.Count > other.Used.Count || one.PerCent > other.PerCent);

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
            Add(signs, new PayerSign(
                donor, MatchSign.PayerNamedInText, NamedPoints, IsProof: false, $"the text names '{name}'"));
    }

    static int IndexOf(string[] words, string[] name)
    {
        for (var at = 0; at + name.Length <= words.Length; at++)
            if (words.AsSpan(at, name.Length).SequenceEqual(name)) return at;
        return -1;
    }
}
