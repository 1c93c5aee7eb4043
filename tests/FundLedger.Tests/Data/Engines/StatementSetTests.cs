using Shouldly;

namespace FundLedger.Tests.Data.Engines;

/// <summary>Who writes the rows of a transaction: its own thread a few, a second one many.</summary>
public class StatementSetTests
{
    [OnEachEngine]
    public void What_people_record_is_written_by_their_own_thread() =>
        ReaderAfter(rows: 50).ShouldBe(Environment.CurrentManagedThreadId);

    /// <summary>An import asks after every fifteen hundred rows of its file, each of which is five or six of the ledger.</summary>
    [OnEachEngine]
    public void Many_rows_are_written_by_a_second_thread_also_where_something_is_asked_in_between() =>
        ReaderAfter(rows: 5_000).ShouldNotBe(Environment.CurrentManagedThreadId);

    /// <summary>The thread that reads once these rows are written.</summary>
    static int ReaderAfter(int rows)
    {
        using var test = new TestLedger();
        var dialect = test.Ledger.Dialect;
        using var connection = dialect.Open();
        using var transaction = dialect.BeginWriting(connection);
        using var statements = dialect.Statements(connection, transaction);
        var request = statements.Prepare("INSERT INTO request (key, hash, entry, answer) VALUES (?1, ?2, ?3, ?4)");
        for (var i = 1; i <= rows; i++)
        {
            request.Text($"key {i}");
            request.Bytes(new byte[] { 1 });
            request.Number(i);
            request.Text("");
            request.Execute();
        }

        return statements.Ask(() => Environment.CurrentManagedThreadId).GetAwaiter().GetResult();
    }
}
