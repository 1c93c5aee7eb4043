using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Serialization;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>Single entries of the journal: looking at one, and undoing it.</summary>
static class EntryCommands
{
    internal static Command Build(Shell shell) =>
        Described.Command("entries", "Single entries of the journal.", "fundledger entries show 1204", Show(shell), Reverse(shell));

    static Command Show(Shell shell)
    {
        var number = new Argument<long>("ENTRY") { Description = "the entry's number" };
        return Described.Command("show", "Show one entry: its postings, what it recorded, and its seal.",
            "fundledger entries show 1204", number)
            .Does(parse => shell.Do(parse, ledger => ledger.Entries.Read(parse.GetRequiredValue(number)).Then<EntryShown>(entry =>
                new EntryShown(entry.Header, entry.Seal, entry.ReversedBy, entry.Postings, entry)), shown => Print(shell, shown.Text)));
    }

    static Command Reverse(Shell shell)
    {
        var number = new Argument<long>("ENTRY") { Description = "the entry's number" };
        var date = Described.Text("--date", "the day; today where none is given", "DATE");
        var reason = Described.Needed("--reason", "why", "TEXT");
        return Described.Command("reverse",
            """
            Undo one entry by its exact opposite: a signing, an amendment, a cancellation, a write-off, an allocation, a refund, a
            revaluation, a pledge. What was built on it is reversed first. A payment is undone with all that it settled by
            "payments reverse", an import by "import undo".
            """, "fundledger entries reverse 1204 --reason \"it was another pledge\"", number, date, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                    ledger.Journal.Reverse(parse.GetRequiredValue(number), day, parse.GetRequiredValue(reason), author))));
    }

    static void Print(Shell shell, EntryText entry)
    {
        shell.Terminal.Print(EntryTable.Of([entry.Header]));
        shell.Terminal.Print(Postings(entry));
        if (!entry.Records.IsEmpty) shell.Terminal.Print(Records(entry.Records));
        if (entry.Header.Reverses != 0) shell.Terminal.Say(FormattableString.Invariant($"Reverses entry {entry.Header.Reverses}."));
        if (entry.ReversedBy != 0) shell.Terminal.Say(FormattableString.Invariant($"Reversed by entry {entry.ReversedBy}."));
        shell.Terminal.Say($"Seal {entry.Seal}");
    }

    static Table Postings(EntryText entry) => new("postings", "Postings (a debit is positive)",
        [
            new("account", "Account", ColumnKind.Text), new("movement", "Movement", ColumnKind.Text), new("fund", "Fund", ColumnKind.Text),
            new("donor", "Donor", ColumnKind.Text), new("about", "Pledge or payment", ColumnKind.Text), new("due", "Due", ColumnKind.Date),
            new("currency", "", ColumnKind.Text), new("amount", "Amount", ColumnKind.Money), new("usd", "in US$", ColumnKind.Dollars),
        ],
        [.. entry.Postings.Select(posting => Row.Detail(Word.Of(posting.Account), Word.Of(posting.Movement), posting.Fund, posting.Donor,
            entry.Pledges.GetValueOrDefault(posting.Pledge) ?? entry.Payments.GetValueOrDefault(posting.Payment) ?? "",
            posting.Due is { } due ? due : Cell.Empty, posting.Amount.Currency.Code, posting.Amount, posting.Usd))]);

    static Table Records(ImmutableArray<RecordText> records) => new("records", "Records",
        [new("record", "Record", ColumnKind.Text), new("field", "Field", ColumnKind.Text), new("value", "", ColumnKind.Text)],
        [.. records.SelectMany(record => record.Fields.Select(one => Row.Detail(record.Kind, one.Field.Replace('_', ' '), one.Value)))]);

    sealed record EntryShown(
        EntryHeader Entry, string Seal, long ReversedBy, ImmutableArray<Posting> Postings, [property: JsonIgnore] EntryText Text);
}
