using System.Text;

namespace Cnaim.ServiceDefaults.Tables;

/// <summary>Goes through a table once, letter by letter.</summary>
internal sealed class CsvReader(string text)
{
    private readonly char _separator = text.AsSpan(0, text.AsSpan().IndexOfAny("\r\n") is var end and >= 0 ? end : text.Length) is var first && first.Contains(';') && !first.Contains(',') ? ';' : ',';
    private int _at;
    private int _line = 1;

    public CsvRow? Next()
    {
        if (_at >= text.Length)
        {
            return null;
        }

        var (line, cells) = (_line, new List<string>());
        do
        {
            cells.Add(Plain(Cell()));
        }
        while (Passes(_separator));
        EndLine();
        return new CsvRow(line, cells);
    }

    private string Cell()
    {
        if (!Passes('"'))
        {
            var start = _at;
            while (_at < text.Length && text[_at] != _separator && text[_at] is not ('\r' or '\n'))
            {
                _at++;
            }

            return text[start.._at].Trim();
        }

        var (line, cell) = (_line, new StringBuilder());
        while (_at < text.Length)
        {
            var letter = text[_at++];
            if (letter == '"' && !Passes('"'))
            {
                return _at == text.Length || text[_at] == _separator || text[_at] is '\r' or '\n' ? cell.ToString() : throw new FormatException(FormattableString.Invariant($"Line {_line}: something follows a quoted cell."));
            }

            _line += letter == '\n' ? 1 : 0;
            cell.Append(letter);
        }

        throw new FormatException(FormattableString.Invariant($"Line {line}: a quoted cell never ends."));
    }

    private void EndLine()
    {
        _ = Passes('\r');
        _ = Passes('\n');
        _line++;
    }

    private bool Passes(char letter)
    {
        var isThere = _at < text.Length && text[_at] == letter;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private static string Plain(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? cell[1..] : cell;
}
