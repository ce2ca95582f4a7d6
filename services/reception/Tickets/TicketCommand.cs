namespace Cnaim.Reception.Tickets;

/// <summary>What may be asked of a ticket.</summary>
internal static class TicketCommand
{
    public const string Call = "call";
    public const string Recall = "recall";
    public const string Start = "start";
    public const string NoShow = "no-show";
    public const string Return = "return";
    public const string Park = "park";
    public const string Unpark = "unpark";
    public const string Transfer = "transfer";
    public const string Finish = "finish";
    public const string GiveUp = "give-up";
    public const string MoreTime = "more-time";
    public const string Change = "change";
    public const string Close = "close";

    public static IReadOnlyList<string> All { get; } =
        [Call, Recall, Start, NoShow, Return, Park, Unpark, Transfer, Finish, GiveUp, MoreTime, Change, Close];
}
