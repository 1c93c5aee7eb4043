using FundLedger.Web.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FundLedger.Web.Pages;

/// <summary>An icon beside a word; those who listen hear only the word.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    static readonly string Sheet = Assets.Address("icons.svg");

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("width", "16");
        output.Attributes.SetAttribute("height", "16");
        output.Content.SetHtmlContent($"<use href=\"{Sheet}#{Name}\"></use>");
    }
}
