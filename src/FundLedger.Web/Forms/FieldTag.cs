using FundLedger.Reports.Wording;
using FundLedger.Web.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FundLedger.Web.Forms;

/// <summary>
/// One field of a form: its label, what was typed, what is wrong with it and a hint, tied together for those who listen.
/// The texts are <c>field.NAME</c> and <c>hint.NAME</c> of the wording, unless other keys are given.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    /// <summary>The id of the control, where another field of the page has the same name; usually it follows from the name.</summary>
    public string? Id { get; set; }

    /// <summary>text, search, password, amount, day, number, choice, lines, file or tick.</summary>
    public string Kind { get; set; } = "text";

    public string? Label { get; set; }

    public IEnumerable<Choice>? Choices { get; set; }

    /// <summary>What a choice is called that means none.</summary>
    public string? None { get; set; }

    /// <summary>The id of a list that completes what is typed.</summary>
    public string? List { get; set; }

    public bool Required { get; set; }

    public bool Autofocus { get; set; }

    public string? Autocomplete { get; set; }

    public string? Form { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var page = ViewContext.ViewData["page"] as DeskPage ?? (DeskPage)ViewContext.ViewData.Model!;
        var words = page.Words;
        var id = Id ?? "f-" + Name;
        var why = page.Form.RefusalOf(Name);
        var hint = words.Has("hint." + Name) ? words["hint." + Name] : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field {Kind}" + (why is null ? "" : " refused"));
        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        label.InnerHtml.Append(LabelIn(words));
        var control = Control(page.Form[Name], id);
        Describe(control, id, why, hint);
        output.Content.Clear();
        if (Kind == "tick") output.Content.AppendHtml(control).AppendHtml(label);
        else output.Content.AppendHtml(label).AppendHtml(control);
        if (Kind is "amount" or "day") output.Content.AppendHtml(Note("output", "read", id + "-read", ""));
        if (why is not null) output.Content.AppendHtml(Note("p", "why", id + "-why", why));
        else if (hint is not null) output.Content.AppendHtml(Note("p", "hint", id + "-hint", hint));
    }

    string LabelIn(Phrases words) => words[Label ?? "field." + Name];

    TagBuilder Control(string value, string id)
    {
        var control = Kind switch
        {
            "choice" => Select(value),
            "lines" => Lines(value),
            _ => Input(value),
        };
        control.Attributes["id"] = id;
        control.Attributes["name"] = Name;
        if (Required) control.Attributes["required"] = "required";
        if (Autofocus) control.Attributes["autofocus"] = "autofocus";
        if (Form is not null) control.Attributes["form"] = Form;
        return control;
    }

    TagBuilder Input(string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = Kind switch
        {
            "search" or "password" or "file" => Kind,
            "tick" => "checkbox",
            _ => "text",
        };
        if (Kind == "tick") input.Attributes["value"] = "yes";
        if (Kind == "tick" && value.Length > 0) input.Attributes["checked"] = "checked";
        if (Kind is not ("password" or "file" or "tick")) input.Attributes["value"] = value;
        if (Kind is "amount" or "day") input.Attributes["data-typed"] = Kind;
        if (Kind is "amount" or "number") input.Attributes["inputmode"] = "decimal";
        input.Attributes["autocomplete"] = Autocomplete ?? (Kind == "password" ? "current-password" : "off");
        if (List is not null) input.Attributes["list"] = List;
        return input;
    }

    TagBuilder Select(string value)
    {
        var select = new TagBuilder("select");
        if (None is not null) select.InnerHtml.AppendHtml(Option("", None, value.Length == 0));
        foreach (var choice in Choices ?? []) select.InnerHtml.AppendHtml(Option(choice.Value, choice.Text, choice.Value == value));
        return select;
    }

    static TagBuilder Lines(string value)
    {
        var area = new TagBuilder("textarea") { Attributes = { ["rows"] = "3" } };
        area.InnerHtml.Append(value);
        return area;
    }

    static TagBuilder Option(string value, string text, bool isChosen)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = value } };
        if (isChosen) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(text);
        return option;
    }

    static void Describe(TagBuilder control, string id, string? why, string? hint)
    {
        if (why is not null) control.Attributes["aria-invalid"] = "true";
        var described = why is not null ? id + "-why" : hint is not null ? id + "-hint" : null;
        if (described is not null) control.Attributes["aria-describedby"] = described;
    }

    static TagBuilder Note(string element, string kind, string id, string text)
    {
        var note = new TagBuilder(element) { Attributes = { ["class"] = kind, ["id"] = id } };
        note.InnerHtml.Append(text);
        return note;
    }
}
