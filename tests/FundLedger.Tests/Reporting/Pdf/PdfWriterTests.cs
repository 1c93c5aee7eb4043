using System.Globalization;
using FundLedger.Pdf;
using FundLedger.Reports;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using Xunit;

namespace FundLedger.Reporting.Pdf;

public class PdfWriterTests
{
    static readonly byte[] Report = PdfWriter.Write(SampleDocument.Report);

    [Fact]
    public void The_same_document_is_the_same_file() => PdfWriter.Write(SampleDocument.Report).ShouldBe(Report);

    [Fact]
    public void It_is_the_same_file_a_hundred_times()
    {
        // Skia names a file after the moment, and writes some names longer than others.
        var document = new Document(SampleDocument.Face, [new Paragraph("Text")]);
        var first = PdfWriter.Write(document);
        for (var i = 0; i < 100; i++) PdfWriter.Write(document).ShouldBe(first);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_nothing(string culture) =>
        OtherCulture.Run(culture, () => PdfWriter.Write(SampleDocument.Report)).ShouldBe(Report);

    [Fact]
    public void Another_seal_is_another_file()
    {
        var other = SampleDocument.Report with { Face = SampleDocument.Face with { Seal = new string('0', 64) } };
        PdfWriter.Write(other).ShouldNotBe(Report);
    }

    [Fact]
    public void Every_page_says_which_document_it_is_and_from_which_ledger()
    {
        var pages = PdfText.Pages(Report);
        for (var i = 0; i < pages.Length; i++)
        {
            pages[i].ShouldContain($"Page {i + 1} of {pages.Length}");
            pages[i].ShouldContain("Document VFTC-2021-01");
            pages[i].ShouldContain("As at 31 December 2021");
            pages[i].ShouldContain("As known on 1 March 2022, 09:30:00 UTC");
            pages[i].ShouldContain("Ledger seal " + SampleDocument.Seal[..16]);
            pages[i].ShouldContain("entry 12345");
            pages[i].ShouldContain("Sample: every figure in this document is invented");
            pages[i].ShouldContain("A/HRC/99/99");
        }

        pages[^1].ShouldContain(SampleDocument.Seal);
    }

    [Fact]
    public void The_front_page_follows_the_order_of_the_Council()
    {
        string[] order =
        [
            "A/HRC/99/99", "General Assembly", "Distr.: General", "1 March 2022", "Original: English",
            "Human Rights Council", "Ninety-ninth session", "Agenda item 10", "United Nations Voluntary Fund",
            "Report of the Chair", "Summary", "The annexes to the present report", "GE.22-00000 (E)",
            "Document VFTC-2021-01",
        ];
        var page = PdfText.Pages(Report)[0];
        var places = order.Select(text => page.IndexOf(text, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(place => place >= 0);
        var lines = places.Where((_, i) => order[i] is not "General Assembly");
        lines.ShouldBe(lines.Order(), "Organ and distribution stand side by side; all else goes down the page.");
    }

    [Fact]
    public void Contents_name_the_pages_on_which_the_headings_stand()
    {
        var pages = PdfText.Lines(Report);
        foreach (var heading in SampleDocument.Report.Blocks.OfType<Heading>().Where(heading => heading.Level <= 2))
        {
            var line = $"{heading.Label} {heading.Text}";
            var entry = pages[1].Single(text => text.StartsWith(line, StringComparison.Ordinal));
            var page = int.Parse(entry[(entry.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
            pages[page - 1].ShouldContain(line, $"{entry} should be on that page.");
        }

        pages[1].ShouldContain(text => text.StartsWith("I. Introduction 1–4", StringComparison.Ordinal));
    }

    [Fact]
    public void Bookmarks_follow_the_headings()
    {
        using var pdf = PdfDocument.Open(Report);
        pdf.TryGetBookmarks(out var bookmarks).ShouldBeTrue();
        bookmarks.Roots.Select(root => root.Title)
            .ShouldBe(["I. Introduction", "II. Financial situation of the Fund", "Annex Contributions in full"]);
        bookmarks.Roots[0].Children.Select(child => child.Title).ShouldBe(["A. Background", "B. Mandate"]);
        bookmarks.GetNodes().OfType<DocumentBookmarkNode>().ShouldAllBe(node => node.PageNumber >= 3);
    }

    [Fact]
    public void Nothing_runs_over_the_edge_however_long_the_words()
    {
        var endless = new string('W', 3_000);
        var face = SampleDocument.Face with { Title = endless, Banner = endless, Symbol = endless, Id = endless };
        var column = new Column("key", endless, ColumnKind.Text);
        var pdf = PdfWriter.Write(new Document(face,
        [
            new Heading(1, "I.", endless), new Paragraph(endless, 1), new KeyFigures([new KeyFigure(endless, endless)]),
            new TableBlock(new Table("t", endless, [column, column], [Row.Detail(endless, endless)])),
            new ChartBlock(new Chart(ChartKind.Ring, endless, [endless], [new Series(endless, "paid", [1])], "")),
            new ChartBlock(new Chart(ChartKind.Lines, endless, [endless], [new Series(endless, "paid", [1])], "")),
            new NumberedNotes(endless, [endless]), new Signatures([new Signature(endless, endless, endless)]),
        ]));
        var letters = PdfText.Letters(pdf);
        letters.Min(letter => letter.StartBaseLine.X).ShouldBeGreaterThan(50);
        letters.Max(letter => letter.EndBaseLine.X).ShouldBeLessThan(545);
        letters.Min(letter => letter.StartBaseLine.Y).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_letter_is_one_page_with_its_addressee_reference_and_day()
    {
        var pages = PdfText.Pages(PdfWriter.Write(SampleDocument.Letter));
        pages.Length.ShouldBe(1);
        foreach (var text in new[]
        {
            "Office of the United Nations High Commissioner", "H.E. the Ambassador", "Geneva, 31 December 2021",
            "Reference: VFTC/2022/0042", "Your contribution to the Fund", "EUR 351,736.00", "Chief, Donor",
            SampleDocument.Seal,
        })
            pages[0].ShouldContain(text);
    }

    [Fact]
    public void A_French_document_is_French_to_its_figures_and_days()
    {
        var words = new FrameWords(
            "Page", "sur", "Table des matières", "Paragraphes", "Page", "Au", "Connu le", "Sceau", "Document", "suite")
        {
            Entry = "écriture",
        };
        var face = SampleDocument.Face with { Language = "fr", Words = words };
        var page = PdfText.Pages(PdfWriter.Write(new Document(face, [new TableBlock(SampleDocument.Statement)])))[0];
        page.ShouldContain("Au 31 décembre 2021");
        page.ShouldContain("Page 1 sur 1");
        page.ShouldContain("écriture 12345");
        page.ShouldContain("(46 985)");
    }

    [Fact]
    public void Characters_that_no_font_has_do_not_stop_a_document()
    {
        var paragraph = new Paragraph("国 😀 \u0007\uD800 العربية 15\u00A0Mar");
        var pdf = PdfWriter.Write(new Document(SampleDocument.Face, [paragraph]));
        PdfText.Pages(pdf)[0].ShouldContain("\uFFFD \uFFFD \uFFFD \uFFFD");
    }

    [Fact]
    public void A_document_without_blocks_is_one_page() =>
        PdfText.Pages(PdfWriter.Write(new Document(SampleDocument.Face, []))).Length.ShouldBe(1);

    [Fact]
    public void Fonts_travel_as_the_few_glyphs_in_use() => Report.Length.ShouldBeLessThan(200_000);
}
