namespace Cnaim.Gateway.Counter.Texts;

/// <summary>Texts side by side, for who reads them and for who reads them aloud: Portuguese, and the person's own language where that is another.</summary>
internal sealed record PersonColumns(PersonLanguage Portuguese, PersonLanguage Own)
{
    public IReadOnlyList<PersonLanguage> All => Own.IsPortuguese ? [Portuguese] : [Portuguese, Own];

    public PairedText Paragraph(string name) => new(this, name, "p", "govuk-body");

    public PairedText Heading(string name) => new(this, name, "h3", "govuk-heading-s");

    public PairedText Title(string name) => new(this, name, "h2", "govuk-heading-l");
}

/// <summary>One text in each column, as an element of a style.</summary>
internal sealed record PairedText(PersonColumns Columns, string Name, string Tag, string Style);
