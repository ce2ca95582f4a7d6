namespace Cnaim.Gateway.Counter.Pages.Phrases;

/// <summary>S23: the same for everybody, in Portuguese and English whoever looks, so that a browser may keep it for a day and open it without a network.</summary>
internal abstract class PhrasePage : CounterPage
{
    private const string ADay = "public, max-age=86400";

    /// <summary>Of all pages these alone may be kept: they know nobody.</summary>
    protected void Keep()
    {
        Response.Headers.CacheControl = ADay;
        Response.Headers.Remove("Pragma");
    }
}
