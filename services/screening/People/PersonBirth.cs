using Cnaim.Screening.Rules;

namespace Cnaim.Screening.People;

/// <summary>A birth as said: <c>1987</c>, <c>1987-03</c>, <c>1987-03-14</c> or <c>about 1987</c>, which is two years around it.</summary>
internal static class PersonBirth
{
    private const string About = "about ";
    private const int Around = 2;

    public static bool TryParse(string text, out ApproximateDate birth)
    {
        var isAbout = text.StartsWith(About, StringComparison.Ordinal);
        if (!ApproximateDate.TryParse(isAbout ? text[About.Length..] : text, out birth) || birth.First.Year is < 1850 or > 2200)
        {
            return false;
        }

        birth = isAbout ? new ApproximateDate(birth.First.AddYears(-Around), birth.Last.AddYears(Around)) : birth;
        return true;
    }
}
