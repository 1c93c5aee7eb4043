using FundLedger.Data.Lists;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Data;

public class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(10_007)]
    public void All_rows_come_in_their_order(int rows) => Enumerable.Range(0, rows).Ahead().ShouldBe(Enumerable.Range(0, rows));

    [Fact]
    public void Who_stops_early_leaves_nobody_reading()
    {
        var reading = 0;
        IEnumerable<int> Rows()
        {
            Interlocked.Increment(ref reading);
            try
            {
                for (var i = 0; ; i++) yield return i;
            }
            finally
            {
                Interlocked.Decrement(ref reading);
            }
        }

        Rows().Ahead().Take(1000).Count().ShouldBe(1000);
        Volatile.Read(ref reading).ShouldBe(0);
    }

    [Fact]
    public void A_fault_of_the_reading_is_that_of_who_reads()
    {
        static IEnumerable<int> Rows()
        {
            for (var i = 0; i < 700; i++) yield return i;
            throw new InvalidDataException("torn");
        }

        var read = new List<int>();
        Should.Throw<InvalidDataException>(() => read.AddRange(Rows().Ahead())).Message.ShouldBe("torn");
    }
}
