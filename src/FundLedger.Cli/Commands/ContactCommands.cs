using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Donors;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class ContactCommands
{
    const char LineEnd = '|';

    internal static Command Build(Shell shell) => Described.Command("contact",
        "The persons to whom a donor's letters and statements go.", "fundledger donors contact list FRA",
        Add(shell), Change(shell), Erase(shell), List(shell));

    static Command Add(Shell shell)
    {
        var donor = Donor();
        var name = Described.Needed("--name", "the name of the person", "NAME");
        var details = new DetailOptions();
        return Described.Command("add", "Add a contact of a donor.",
            "fundledger donors contact add FRA --name \"Claire Martin\" --email claire.martin@example.org",
            [donor, name, .. details.All])
            .Does(parse => shell.Record(parse, (ledger, author) => ledger.Standing.Donors.Find(parse.GetRequiredValue(donor)).Then(found =>
                ledger.Contacts.Add(found.Code, details.Over(parse, new ContactDetails(parse.GetRequiredValue(name))), author))));
    }

    static Command Change(Shell shell)
    {
        var donor = Donor();
        var number = Number();
        var name = Described.Text("--name", "the name of the person", "NAME");
        var details = new DetailOptions();
        var reason = Described.Text("--reason", "why, without naming the person; it stays in the audit trail", "TEXT");
        return Described.Command("change", "Change a contact; what is not given stays.",
            "fundledger donors contact change FRA 57 --phone \"+41 22 555 01 00\"", [donor, number, name, .. details.All, reason])
            .Does(parse => shell.Record(parse, (ledger, author) => Find(ledger, parse, donor, number).Then(contact =>
                ledger.Contacts.Change(contact.Donor, contact.Number,
                    details.Over(parse, contact.Details with { Name = parse.GetValue(name) ?? contact.Details.Name }),
                    parse.GetValue(reason), author))));
    }

    static Command Erase(Shell shell)
    {
        var donor = Donor();
        var number = Number();
        var reason = Described.Needed("--reason", "why, without naming the person; it stays in the audit trail", "TEXT");
        return Described.Command("erase", """
            Erase what is known of a contact, now and before. It cannot be brought back.

            The audit trail keeps who erased it, when and why. Backups made before still hold it.
            """, "fundledger donors contact erase FRA 57 --reason \"left the ministry and asked for it\"", donor, number, reason)
            .Does(parse => shell.Record(parse, (ledger, author) => Find(ledger, parse, donor, number).Then(contact =>
                ledger.Contacts.Erase(contact.Donor, contact.Number, parse.GetRequiredValue(reason), author))));
    }

    static Command List(Shell shell)
    {
        var donor = Donor();
        return Described.Command("list", "List the contacts of a donor.", "fundledger donors contact list FRA", donor)
            .Does(parse => shell.Do(parse,
                ledger => ledger.Standing.Donors.Find(parse.GetRequiredValue(donor)).Then<ImmutableArray<ContactLine>>(found =>
                    ledger.Contacts.Of(found.Code).Select(contact => ContactLine.Of(contact, found)).ToImmutableArray()),
                contacts => shell.Terminal.Print(TableOf(contacts))));
    }

    static Argument<string> Donor() => Described.Name("DONOR", "the donor's code or name");

    static Argument<string> Number() => Described.Name("CONTACT", "the number of the contact, as the list shows it");

    static Outcome<DonorContact> Find(Ledger ledger, ParseResult parse, Argument<string> donor, Argument<string> number) =>
        ledger.Standing.Donors.Find(parse.GetRequiredValue(donor)).Then(found =>
            long.TryParse(parse.GetRequiredValue(number), NumberStyles.None, CultureInfo.InvariantCulture, out var contact)
                ? ledger.Contacts.Find(found.Code, contact)
                : new Problem($"'{Quoted.Short(parse.GetRequiredValue(number))}' is not the number of a contact",
                    "give the number that «donors contact list» shows")
                { Column = "CONTACT", Value = parse.GetRequiredValue(number) });

    static Table TableOf(IEnumerable<ContactLine> contacts) => new("contacts", "",
        [
            new("contact", "Contact", ColumnKind.Count), new("name", "Name", ColumnKind.Text), new("position", "Position", ColumnKind.Text),
            new("email", "E-mail", ColumnKind.Text), new("phone", "Telephone", ColumnKind.Text),
            new("address", "Address", ColumnKind.Text), new("language", "Letters in", ColumnKind.Text),
        ],
        [.. contacts.Select(one => Row.Detail(new CountCell(one.Contact), one.Name, one.Position, one.Email, one.Phone,
            one.AddressOnOneLine, one.Language))]);

    /// <summary>A contact with the language in which letters go to it.</summary>
    sealed record ContactLine(
        long Contact, string Donor, string Name, string Position, string Email, string Phone, string Address, string Language)
    {
        internal static ContactLine Of(DonorContact contact, Donor donor) => new(contact.Number, contact.Donor, contact.Details.Name,
            contact.Details.Position, contact.Details.Email, contact.Details.Phone, contact.Details.Address,
            contact.Details.LanguageFor(donor))
        { AddressOnOneLine = contact.Details.AddressOnOneLine };

        internal string AddressOnOneLine { get; private init; } = "";
    }

    /// <summary>The details beside the name; one that is not given stays as it is.</summary>
    sealed class DetailOptions
    {
        readonly Option<string?> _position = Described.Text("--position", "the person's function, such as First Secretary", "TEXT");
        readonly Option<string?> _email = Described.Text("--email", "the e-mail address", "EMAIL");
        readonly Option<string?> _phone = Described.Text("--phone", "the telephone number", "PHONE");
        readonly Option<string?> _address = Described.Text("--address", "the postal address, its lines separated by |", "LINES");
        readonly Option<string?> _language = Described.Text(
            "--language", "the language of letters: en, fr or es; the donor's where none is given", "LANG");

        internal IEnumerable<Symbol> All => [_position, _email, _phone, _address, _language];

        internal ContactDetails Over(ParseResult parse, ContactDetails before) => before with
        {
            Position = parse.GetValue(_position) ?? before.Position,
            Email = parse.GetValue(_email) ?? before.Email,
            Phone = parse.GetValue(_phone) ?? before.Phone,
            Address = parse.GetValue(_address)?.Replace(LineEnd, '\n') ?? before.Address,
            Language = parse.GetValue(_language) ?? before.Language,
        };
    }
}
