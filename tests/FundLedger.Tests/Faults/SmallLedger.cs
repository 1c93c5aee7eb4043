using System.Globalization;
using System.Text;
using FundLedger.Tests.Cli;

namespace FundLedger.Tests.Faults;

/// <summary>A ledger to be damaged: small, at rest in one file, with what happened to it before as its bytes.</summary>
static class SmallLedger
{
    public const string Head = "kind,reference,pledge,donor,fund,date,currency,amount,status\n";

    static readonly string[] Donors = ["NOR", "SWE", "CAN", "CHE", "DEU", "IND"];
    static readonly string[] Funds = ["VFTC", "UPR-P", "UPR-I", "LDC-SIDS"];

    /// <summary>A ledger with twelve pledges and their payments, a write-off and a year closed.</summary>
    public static Commandline Make()
    {
        var line = new Commandline().WithLedger();
        line.Json("import", line.Write("rows.csv", Rows(12)));
        line.Json("pledges", "write-off", "P-3", "--amount", "10", "--date", "2025-11-01", "--reason", "lost");
        line.Json("close", "2023");
        return line;
    }

    /// <summary>A file to import: pledges, and for each one a payment of half of it.</summary>
    public static string Rows(int pledges)
    {
        var rows = new StringBuilder(Head);
        for (var i = 1; i <= pledges; i++)
        {
            var (donor, fund) = (Donors[i % Donors.Length], Funds[i % Funds.Length]);
            var day = new DateOnly(2025, 1, 1).AddDays(i % 300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            rows.Append(CultureInfo.InvariantCulture, $"pledge,P-{i},,{donor},{fund},{day},EUR,{200 + i}.50,signed\n");
            rows.Append(CultureInfo.InvariantCulture, $"payment,R-{i},P-{i},{donor},{fund},{day},EUR,{100 + i}.25,\n");
        }

        return rows.ToString();
    }

    /// <summary>Every figure of the status, without the moment it was asked at.</summary>
    public static string Figures(Commandline line)
    {
        var status = line.Json("status");
        return string.Join('\n', new[] { "total", "funds", "donors", "years" }.Select(part => status.GetProperty(part).GetRawText()));
    }

    /// <summary>Puts a ledger's file in place, at rest.</summary>
    public static void Put(Commandline line, byte[] bytes)
    {
        Remove(line);
        File.WriteAllBytes(line.Ledger, bytes);
    }

    public static void Remove(Commandline line)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(line.Ledger + suffix);
    }
}
