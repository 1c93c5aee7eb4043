namespace FundLedger.Pdf;

/// <summary>
/// Fills pages with slices. Slices that keep together move to the next page together; a chain of them longer than a
/// page is divided where the page ends, since it must be somewhere.
/// </summary>
sealed class Paginator(double firstTop, double firstBottom)
{
    // So much room may stay empty at the foot of a page for what should rather stay together.
    const double MostEmpty = 200;

    readonly List<Page> _pages = [];
    double _y;
    bool _pageIsDue = true;

    double Bottom => _pages.Count == 1 ? firstBottom : Paper.Bottom;

    bool IsAtTop => _pageIsDue || _pages[^1].Slices.Count == 0;

    public List<Page> Fill(IReadOnlyList<Slice> slices)
    {
        var divided = 0;
        for (var start = 0; start < slices.Count;)
        {
            var end = End(slices, start, slice => slice.KeepsWithNext || slice.PrefersNext);
            if (start < divided || (!Fits(slices, start, end) && Bottom - _y > MostEmpty))
            {
                divided = Math.Max(divided, end);
                end = End(slices, start, slice => slice.KeepsWithNext);
            }

            if (!Fits(slices, start, end)) _pageIsDue = true;
            for (; start < end; start++) Place(slices[start]);
        }

        return _pages;
    }

    bool Fits(IReadOnlyList<Slice> slices, int start, int end)
    {
        if (IsAtTop) return true;
        var bottom = _y;
        for (var i = start; i < end; i++) bottom += slices[i].Before + slices[i].Height;
        return bottom <= Bottom;
    }

    static int End(IReadOnlyList<Slice> slices, int start, Func<Slice, bool> keeps)
    {
        var end = start + 1;
        while (end < slices.Count && keeps(slices[end - 1])) end++;
        return end;
    }

    void Place(Slice slice)
    {
        if (slice.StartsPage && !IsAtTop) _pageIsDue = true;
        if (slice is { Height: 0, Marks.Count: 0 }) return;
        if (!IsAtTop && _y + slice.Before + slice.Height > Bottom) _pageIsDue = true;
        if (_pageIsDue)
        {
            TurnPage();
            if (slice.Repeated is { } repeated) Put(repeated);
        }
        else if (!IsAtTop)
        {
            _y += slice.Before;
        }

        Put(slice);
    }

    void Put(Slice slice)
    {
        _pages[^1].Slices.Add((_y, slice));
        _y += slice.Height;
    }

    void TurnPage()
    {
        _pages.Add(new Page());
        _y = _pages.Count == 1 ? firstTop : Paper.Top;
        _pageIsDue = false;
    }
}
