namespace Cnaim.Contracts.Codes;

/// <summary>Categories of personal data that a consent and a permit name.</summary>
public static class DataCategory
{
    /// <summary>Names, birth, identifiers.</summary>
    public const string Identity = "identity";

    /// <summary>Address, phone, safe channels.</summary>
    public const string Contact = "contact";

    /// <summary>Family and dependants.</summary>
    public const string Household = "household";

    /// <summary>Residence title; never included by default.</summary>
    public const string ResidenceStatus = "residence-status";

    /// <summary>Documents held.</summary>
    public const string Documents = "documents";

    /// <summary>Health; never included by default.</summary>
    public const string Health = "health";

    /// <summary>Income and benefits.</summary>
    public const string Social = "social";

    /// <summary>Work.</summary>
    public const string Employment = "employment";

    /// <summary>Schooling and qualifications.</summary>
    public const string Education = "education";

    /// <summary>Debts and contracts.</summary>
    public const string Finance = "finance";

    /// <summary>Lodging.</summary>
    public const string Housing = "housing";

    /// <summary>Violence and protection; never included by default.</summary>
    public const string Safety = "safety";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Identity,
        Contact,
        Household,
        ResidenceStatus,
        Documents,
        Health,
        Social,
        Employment,
        Education,
        Finance,
        Housing,
        Safety,
    ];
}
