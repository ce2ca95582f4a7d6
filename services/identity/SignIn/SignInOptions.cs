using System.ComponentModel.DataAnnotations;

namespace Cnaim.Identity.SignIn;

/// <summary>How often it may be tried (section <c>SignIn</c>).</summary>
internal sealed class SignInOptions
{
    /// <summary>Attempts a minute for one account; default 6.</summary>
    [Range(1, 1000)]
    public int PerAccount { get; set; } = 6;

    /// <summary>Attempts a minute from one address, behind which a whole centre may sit; default 60.</summary>
    [Range(1, 10_000)]
    public int PerAddress { get; set; } = 60;
}
