using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>What is measured in a page under hard conditions.</summary>
internal static class Conditions
{
    /// <summary>Elements that nothing marks off when all backgrounds are the reader's own.</summary>
    public const string WithoutBorder = """
        selector => [...document.querySelectorAll(selector)].filter(part => {
            const style = getComputedStyle(part);
            const sides = ["Top", "Right", "Bottom", "Left"].some(side => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
            return !sides && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1);
        }).map(part => part.outerHTML.slice(0, 120))
        """;

    /// <summary>Whether a line marks what has the focus: its own, or its label's.</summary>
    public const string FocusOf = """
        control => {
            const parts = [getComputedStyle(control), getComputedStyle(control.nextElementSibling ?? control, "::before")];
            if (control.parentElement) { parts.push(getComputedStyle(control.querySelector("span") ?? control)); }
            return parts.some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) ? "seen" : "not seen";
        }
        """;

    /// <summary>What moves, or would.</summary>
    public const string Moving = """
        () => document.getAnimations().map(one => "animation").concat([...document.querySelectorAll("*")].filter(part => {
            const style = getComputedStyle(part);
            return style.animationName !== "none" || style.transitionDuration.split(",").some(time => parseFloat(time) > 0) || style.scrollBehavior === "smooth";
        }).map(part => part.outerHTML.slice(0, 120)))
        """;

    /// <summary>What has to be marked off by a line.</summary>
    public const string MarkedOff = ".govuk-tag, .cn-identity, .govuk-button, .govuk-input, .govuk-select, .govuk-notification-banner, .govuk-inset-text";

    /// <summary>Makes each text longer by two fifths, as a language might: one word by letters, several by words.</summary>
    public const string Lengthen = """
        () => {
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walk.nextNode()) { texts.push(walk.currentNode); }
            for (const text of texts.filter(text => /[\p{L}]{3}/u.test(text.data) && !text.parentElement.closest("script, style, svg, bdi, code, .cn-slip__number, .cn-current__number"))) {
                const words = text.data.trim();
                text.data += (words.includes(" ") ? " " : "") + words.slice(0, Math.ceil(words.length * 0.4)).trim().toLowerCase();
            }
        }
        """;

    /// <summary>What makes the page wider than the window: all that reaches beyond it and is not in a region that scrolls by itself.</summary>
    public const string TooWide = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll("body *")]
            .filter(part => !part.closest(".cn-table-region, .govuk-visually-hidden") && (part.getBoundingClientRect().right > document.documentElement.clientWidth + 1 || part.getBoundingClientRect().left < -1))
            .map(part => part.outerHTML.slice(0, 120)).concat("scrolls sideways")
        """;

    private const string Widen = """
        () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
            document.adoptedStyleSheets = [sheet];
        }
        """;

    private const string Clipped = """
        () => [...document.querySelectorAll("#main-content *")].filter(part => !part.closest(".govuk-visually-hidden, svg, select")
            && /hidden|clip/.test(getComputedStyle(part).overflow) && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)).map(part => part.outerHTML.slice(0, 120))
        """;

    // Of the words themselves: a block is as wide as its page in both directions.
    private const string Starts = """
        ([frame, selector, dir]) => {
            const box = document.querySelector(frame).getBoundingClientRect();
            return [...document.querySelectorAll(`${frame} :is(${selector})`)].map(part => {
                const words = document.createRange();
                words.selectNodeContents(part);
                const at = words.getBoundingClientRect();
                return getComputedStyle(part).direction === dir ? Math.round(dir === "rtl" ? box.right - at.right : at.left - box.left) : -1000;
            });
        }
        """;

    /// <summary>WCAG 1.4.12, at 320 pixels: nothing is scrolled sideways, and nothing is cut off.</summary>
    public static async Task ShouldTakeWideTextAsync(this IPage page)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 256);
        await page.EvaluateAsync(Widen);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, page.Url);
        (await page.EvaluateAsync<string[]>(Clipped)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    /// <summary>How far from its reader's start each part of a frame begins; -1000 where it is read in the other direction.</summary>
    public static Task<int[]> StartsAsync(this IPage page, string frame, string selector, string dir) => page.EvaluateAsync<int[]>(Starts, new[] { frame, selector, dir });

    /// <summary>Within a frame, one text begins as far from the right as the other does from the left.</summary>
    public static async Task ShouldMirrorAsync(this IPage page, string frame, string right, string left)
    {
        var (one, other) = (await page.StartsAsync(frame, right, "rtl"), await page.StartsAsync(frame, left, "ltr"));
        one.ShouldNotBeEmpty();
        one.ShouldBe(other);
    }
}
