namespace FundLedger.Pdf;

/// <summary>
/// Fills pages with slices. Slices that keep together move to the next page together; a chain of them longer than a
/// page is divided where the page ends, since it must be somewhere.
/// </summary>
sealed class Paginator(double firstTop, double firstBottom)
{
    readonly List<Page> _pages = [];
    double _y;
    bool _pageIsDue = true;

    double Bottom => _pages.Count == 1 ? firstBottom : Paper.Bottom;

    bool IsAtTop => _pageIsDue || _pages[^1].Slices.Count == 0;

    public List<Page> Fill(IReadOnlyList<Slice> slices)
    {
        for (var start = 0; start < slices.Count;)
        {
            var end = start + 1;
            while (end < slices.Count && slices[end - 1].KeepsWithNext) end++;
            var needed = Needed(slices, start, end);
            if (!IsAtTop && _y + slices[start].Before + needed > Bottom) _pageIsDue = true;
            for (; start < end; start++) Place(slices[start]);
        }

        if (_pages.Count == 0) TurnPage();
        return _pages;
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

    static double Needed(IReadOnlyList<Slice> slices, int start, int end)
    {
        var height = slices[start].Height;
        for (var i = start + 1; i < end; i++) height += slices[i].Before + slices[i].Height;
        return height;
    }
}
