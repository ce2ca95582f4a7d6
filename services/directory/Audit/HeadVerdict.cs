namespace Cnaim.Directory.Audit;

internal enum HeadVerdict
{
    Keep,
    Kept,
    Refuse,
}
