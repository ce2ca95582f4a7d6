using System.CommandLine;
using Cnaim.Launcher;
using Cnaim.Servers;
using Cnaim.Tour;
using Microsoft.Playwright;

var screens = new Option<string?>("--screens") { Description = "Keep a picture of each page in this folder, as wide as a desk's screen and as a telephone's." };
var visible = new Option<bool>("--visible") { Description = "Show the browser; without a screen it plays unseen." };
var desk = new Option<string>("--desk") { Description = "The mediator's desk.", DefaultValueFactory = _ => "2" };
var root = new RootCommand("Plays one visit at a centre in the browser, on a running platform.") { screens, visible, desk };
root.SetAction(async line =>
{
    var layout = PlatformLayout.Find(Repository.Find());
    var gateway = new Uri(RunningPlatform.Find(layout).State.Gateway!);
    var (isVisible, folder, steps) = (line.GetValue(visible), line.GetValue(screens), 0);
    await using var browser = new TourBrowser(isVisible, pause: isVisible ? 400 : 0);
    var tour = new VisitTour(new StaffDesks(browser, gateway, SecretStore.Open(layout.Secrets)), SeeAsync);
    await tour.PlayAsync(line.GetRequiredValue(desk));
    Console.WriteLine("The visit is over; both answers came back.");
    return 0;

    async Task SeeAsync(IPage page, string name)
    {
        Console.WriteLine($"{++steps,3}  {name,-12} {new Uri(page.Url).AbsolutePath}");
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
            await page.SetViewportSizeAsync(390, 844);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + "-390.png") });
            await page.SetViewportSizeAsync(1366, 768);
        }
    }
});
return await root.Parse(args).InvokeAsync();
