namespace FundLedger.Web.Forms;

/// <summary>One of the values of a field, and what it is called.</summary>
public sealed record Choice(string Value, string Text);
