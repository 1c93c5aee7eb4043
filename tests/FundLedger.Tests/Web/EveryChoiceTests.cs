using System.Net;
using System.Text.RegularExpressions;
using FundLedger.Tests.Data;
using FundLedger.Tests.Data.Engines;
using FundLedger.Web.Access;
using Shouldly;

namespace FundLedger.Tests.Web;

/// <summary>
/// A page that one engine answers, the other may refuse: a word that is reserved in it, or a type that it does not turn into another.
/// </summary>
public partial class EveryChoiceTests
{
    const int LeastAddresses = 300;

    /// <summary>A list that is narrowed and put in order; more at once says nothing new of an engine.</summary>
    const int MostChoices = 2;

    [OnEachEngine]
    public void Every_page_answers_and_so_it_does_with_each_choice_that_its_lists_offer()
    {
        using var desk = new DeskLedger(test =>
        {
            test.FilledWithEveryKindOfRow();
            Passwords.Set(test.Ledger, "anna", DeskLedger.Password).ShouldBeDone();
        });
        using var browser = desk.SignedIn("anna");
        var (refused, shapes) = (new List<string>(), new HashSet<string>());
        var waiting = new Queue<string>(["/"]);
        while (waiting.TryDequeue(out var address))
        {
            if (address.Count(sign => sign == '=') > MostChoices || !shapes.Add(ShapeOf(address))) continue;
            var answer = browser.Get(address);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Found)) refused.Add($"{address}: {answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var next in Next(address.Split('?')[0], Browser.Text(answer))) waiting.Enqueue(next);
        }

        refused.ShouldBeEmpty();
        shapes.Count.ShouldBeGreaterThan(LeastAddresses);
    }

    /// <summary>Where a page leads: its links, and itself with each choice of the form that narrows its list.</summary>
    static IEnumerable<string> Next(string page, string html) => Link().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value))
        .Concat(NarrowingForm().Matches(html).SelectMany(form => Select().Matches(form.Value))
            .SelectMany(select => Option().Matches(select.Groups[2].Value)
                .Select(option => $"{page}?{select.Groups[1].Value}={Uri.EscapeDataString(WebUtility.HtmlDecode(option.Groups[1].Value))}")));

    /// <summary>Addresses that differ only by what they are about have one shape: numbers, days and references.</summary>
    static string ShapeOf(string address) => About().Replace(address.Split('#')[0], "*");

    [GeneratedRegex("href=\"(/(?!sign-out|static)[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<form[^>]*method=\"get\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex NarrowingForm();

    [GeneratedRegex("<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Option();

    [GeneratedRegex("(?<=[/=])[^/=&?]*[A-Z0-9%][^/=&?]*")]
    private static partial Regex About();
}
