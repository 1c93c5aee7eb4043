using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Rates;

namespace FundLedger.Data.Contributions;

/// <summary>
/// One import while it runs: pledges first, then payments, so that a payment may settle a pledge of any row of the same
/// file. Rows pass in chunks; what the ledger knows about a chunk is asked for at once, while the chunk before is posted.
/// </summary>
sealed class ContributionImport
{
    /// <summary>
    /// Rows looked up at once. With more, what is asked and answered is held in objects above 85,000 bytes, which the runtime frees
    /// so late that an import of a million rows takes 100 MB more.
    /// </summary>
    const int ChunkSize = 1500;

    readonly Ledger _ledger;
    readonly Writing _writing;
    readonly TableFile _file;
    readonly ContributionColumns _columns;
    readonly ContributionReader _reader;
    readonly long _batch;
    readonly IProgress<ImportProgress>? _progress;
    readonly Dictionary<string, long> _refusedPledges = new(StringComparer.Ordinal);
    StandingData _standing;

    internal ContributionImport(
        Ledger ledger, Writing writing, TableFile file, ContributionColumns columns, long batch, ImportOptions options)
    {
        (_ledger, _writing, _file, _columns, _batch) = (ledger, writing, file, columns, batch);
        (_standing, _progress) = (ledger.Standing, options.Progress);
        _reader = new ContributionReader(columns, options.CreateDonors ? FindOrCreateDonor : FindDonor, FindFund, ledger.Today);
    }

    internal ProblemList Problems { get; } = new();

    internal long Pledges { get; private set; }

    internal long Payments { get; private set; }

    internal List<string> NewDonors { get; } = [];

    internal void Run()
    {
        Pass(ContributionKind.Pledge, KnownOfPledges, PostPledges);
        Pass(ContributionKind.Payment, KnownOfPayments, PostPayments);
    }

    void Pass(ContributionKind kind, Func<List<ContributionRow>, Known> lookUp, Action<List<ContributionRow>, Known> post)
    {
        (List<ContributionRow> Rows, Task<Known> Known)? waiting = null;
        Known? before = null;
        foreach (var chunk in Chunks(kind))
        {
            var asked = _writing.Journal.Ask(() => lookUp(chunk));
            PostWaiting();
            waiting = (chunk, asked);
        }

        PostWaiting();

        void PostWaiting()
        {
            if (waiting is not { } chunk) return;
            var known = chunk.Known.GetAwaiter().GetResult();
            if (before is not null) known.Follow(before);
            post(chunk.Rows, before = known);
        }
    }

    IEnumerable<List<ContributionRow>> Chunks(ContributionKind kind)
    {
        var chunk = new List<ContributionRow>(ChunkSize);
        long rows = 0;
        foreach (var row in _file.Rows())
        {
            if (++rows % 10_000 == 0) _progress?.Report(new ImportProgress(kind == ContributionKind.Pledge ? 1 : 2, rows));
            if (Read(row, kind) is not { } contribution) continue;
            chunk.Add(contribution);
            if (chunk.Count < ChunkSize) continue;
            yield return chunk;
            chunk = new List<ContributionRow>(ChunkSize);
        }

        yield return chunk;
    }

    /// <summary>The row where it is of this pass's kind and has no problem. What is wrong with a row of neither kind is said
    /// once.</summary>
    ContributionRow? Read(FileRow row, ContributionKind pass)
    {
        var first = pass == ContributionKind.Pledge;
        if (row.Problem is not null)
        {
            if (first) Problems.Add(row.Problem);
            return null;
        }

        var kind = ContributionReader.KindOf(row, _columns);
        if (kind is null && first)
            Problems.Add(row.Refuse(_columns.Kind, $"'{row.Text(_columns.Kind)}' is neither a pledge nor a payment",
                "write pledge or payment"));
        if (kind != pass) return null;
        var contribution = _reader.Read(row, pass);
        foreach (var problem in _reader.Problems) Problems.Add(problem);
        if (contribution is null && first) _refusedPledges.TryAdd(row.Text(_columns.Reference).Trim(), row.Number);
        return contribution;
    }

    Known KnownOfPledges(List<ContributionRow> chunk) => new(_ledger.Pledges.Taken(ReferencesOf(chunk)), []);

    void PostPledges(List<ContributionRow> chunk, Known known)
    {
        foreach (var row in chunk)
        {
            if (IsTaken(row, known, "pledge")) continue;
            var request = new NewPledge(row.Donor, row.Fund, row.Date, row.Amount)
            {
                Reference = row.Reference ?? _writing.NextReference("PLG"),
                Status = row.Status,
                Form = row.Form,
                Plan = row.Plan,
                Earmarking = row.Earmarking,
                Note = row.Note,
            };
            var decided = _standing.Rates.On(row.Date, row.Amount.Currency)
                .Then(rate => CheckUsd(row, rate))
                .Then(rate => RecordPledge.Decide(request, rate))
                .Then(draft => _writing.Post(draft, _batch));
            if (decided.IsRefused)
            {
                Refuse(row, decided.Problems);
                if (row.Reference is { } reference) _refusedPledges.TryAdd(reference, row.Row);
                continue;
            }

            Pledges++;
        }
    }

    Known KnownOfPayments(List<ContributionRow> chunk)
    {
        var named = chunk.SelectMany(row => PledgesOf(row).Append(row.Pledge ?? "")).Distinct(StringComparer.Ordinal);
        return new Known(_ledger.Payments.Taken(ReferencesOf(chunk)), _ledger.Pledges.ByReference([.. named]));
    }

    void PostPayments(List<ContributionRow> chunk, Known known)
    {
        foreach (var row in chunk)
        {
            if (IsTaken(row, known, "payment")) continue;
            var posted = Targets(row, known.Pledges).Then(targets => _standing.Rates.On(row.Date, row.Amount.Currency)
                .Then(rate => CheckUsd(row, rate))
                .Then(_ => Post(row, targets, known.Pledges)));
            if (posted.IsRefused) Refuse(row, posted.Problems);
            else Payments++;
        }
    }

    Outcome<Recorded> Post(
        ContributionRow row, ImmutableArray<AllocationTarget> targets, Dictionary<string, PledgeState> pledges)
    {
        var payment = new NewPayment(row.Donor, row.Fund, row.Date, row.Amount)
        {
            Reference = row.Reference,
            Form = row.Form,
            Earmarking = row.Earmarking,
            Note = row.Note,
            Targets = targets,
        };
        return _ledger.Payments.Post(payment, _standing, _writing, _batch, draft =>
        {
            // Later rows of the chunk meet the pledge as this payment leaves it.
            foreach (var target in targets)
                if (target.Pledge is { } pledge) pledges[pledge.Reference] = pledges[pledge.Reference].After(draft.Postings);
        });
    }

    Outcome<ImmutableArray<AllocationTarget>> Targets(ContributionRow row, Dictionary<string, PledgeState> pledges)
    {
        if (row.Pledge is null) return ImmutableArray<AllocationTarget>.Empty;
        if (row.Pledge == "-") return ImmutableArray.Create(AllocationTarget.Directly(row.Fund));
        var targets = ImmutableArray.CreateBuilder<AllocationTarget>(1);
        // A reference may hold the sign that separates several.
        var isOne = pledges.ContainsKey(row.Pledge) || _refusedPledges.ContainsKey(row.Pledge);
        foreach (var reference in isOne ? [row.Pledge] : PledgesOf(row))
        {
            if (!pledges.TryGetValue(reference, out var pledge))
                return _refusedPledges.TryGetValue(reference, out var at)
                    ? new Problem(FormattableString.Invariant($"pledge {reference} of row {at} has a problem itself"),
                        $"mend row {at.ToString(CultureInfo.InvariantCulture)} first")
                    { Column = "pledge", Value = reference }
                    : new Problem($"there is no pledge {reference}, neither in the ledger nor in this file",
                        "name a pledge that exists, or leave the cell empty to keep the payment unallocated")
                    { Column = "pledge", Value = reference };
            targets.Add(AllocationTarget.To(pledge));
        }

        return targets.ToImmutable();
    }

    /// <summary>The file's own figure in US$ is never used; when it is not what the rate gives, one of the two is wrong.</summary>
    static Outcome<Rate> CheckUsd(ContributionRow row, Rate rate)
    {
        if (row.Usd is null) return rate;
        var usd = rate.ToUsd(row.Amount);
        if (AmountText.TryParse(row.Usd, Currency.Usd, out var given, out var why)
            && (given == usd || given == Amount.Usd(rate.ToWholeDollars(row.Amount) * Currency.Usd.UnitsPerWhole))) return rate;
        return new Problem(
            why is not null ? $"the figure in US$ cannot be read: {why}"
                : FormattableString.Invariant(
                    $"{row.Amount} at {rate.UnitsPerDollar} ({DayText.Iso(rate.Effective)}) is {usd}, not {given}"),
            "mend the amount, the date or the figure in US$, or leave that cell empty")
        { Column = "usd", Value = row.Usd };
    }

    bool IsTaken(ContributionRow row, Known known, string kind)
    {
        if (row.Reference is not { } reference || known.Take(reference)) return false;
        Refuse(row, [new Problem($"the reference {reference} is taken by another {kind}, in this file or in the ledger",
            "give each its own reference; if this row was imported before, leave it out") { Column = "reference", Value = reference }]);
        return true;
    }

    Outcome<string> FindDonor(string text) => _standing.Donors.Find(text).Then<string>(donor => donor.Code);

    Outcome<string> FindFund(string text) => _standing.Funds.Find(text).Then<string>(fund => fund.Code);

    Outcome<string> FindOrCreateDonor(string text)
    {
        var found = FindDonor(text);
        if (!found.IsRefused || text.AsSpan().Trim().IsEmpty) return found;
        var code = DonorCode.For(text, taken => _standing.Donors.All.Any(donor => donor.Code == taken));
        return _ledger.Donors.Add([new Donor(code, text.Trim(), DonorKind.Other)], _writing).Then<string>(added =>
        {
            _standing = _ledger.Standing;
            NewDonors.Add($"{code} {text.Trim()}");
            return code;
        });
    }

    void Refuse(ContributionRow row, ImmutableArray<Problem> problems)
    {
        foreach (var problem in problems) Problems.Add(problem with { File = _file.Name, Row = row.Row });
    }

    static string[] PledgesOf(ContributionRow row) => row.Pledge is null or "-" ? []
        : row.Pledge.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static List<string> ReferencesOf(List<ContributionRow> chunk) =>
        [.. chunk.Where(row => row.Reference is not null).Select(row => row.Reference!)];

    /// <summary>
    /// What the ledger knows of a chunk: the references that are taken, and the pledges that are named. Both grow and change as its
    /// rows are posted.
    /// </summary>
    sealed record Known(HashSet<string> Taken, Dictionary<string, PledgeState> Pledges)
    {
        HashSet<string> _takenBefore = [];

        /// <summary>Takes over what the chunk before left, which was not written yet when this one was looked up.</summary>
        internal void Follow(Known before)
        {
            _takenBefore = before.Taken;
            foreach (var reference in Pledges.Keys)
                if (before.Pledges.TryGetValue(reference, out var left)) Pledges[reference] = left;
        }

        /// <summary>Whether the reference was free; from now on it is not.</summary>
        internal bool Take(string reference) => !_takenBefore.Contains(reference) && Taken.Add(reference);
    }
}
