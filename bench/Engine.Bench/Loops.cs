namespace Espalier.Engine.Bench;

/// <summary>What someone would write by hand for one expression, over plain arrays: the measure of the benchmarks.</summary>
static class Loops
{
    public static double[] BranchSums(Company company)
    {
        var sums = (double[])company.Salaries.Clone();
        var (order, parents) = (company.Order, company.Parents);
        for (var at = order.Length - 1; at > 0; at--)
            if (parents[order[at]] is var parent and >= 0)
                sums[parent] += sums[order[at]];
        return sums;
    }

    public static double[] BranchShares(Company company)
    {
        var (order, parents, genders) = (company.Order, company.Parents, company.Genders);
        int[] all = new int[order.Length], some = new int[order.Length];
        for (var at = order.Length - 1; at > 0; at--)
        {
            var row = order[at];
            if (parents[row] is not (var parent and >= 0))
                continue;
            all[parent] += all[row] + 1;
            some[parent] += some[row] + (genders[row] == "Female" ? 1 : 0);
        }
        var shares = new double[order.Length];
        for (var row = 0; row < shares.Length; row++)
            shares[row] = all[row] == 0 ? double.NaN : (double)some[row] / all[row];
        return shares;
    }

    public static double[] TwoLevelMeans(Company company)
    {
        var (parents, salaries) = (company.Parents, company.Salaries);
        var sums = new double[parents.Length];
        var counts = new int[parents.Length];
        for (var row = 0; row < parents.Length; row++)
        {
            if (parents[row] is not (var parent and >= 0))
                continue;
            sums[parent] += salaries[row];
            counts[parent]++;
            if (parents[parent] is not (var above and >= 0))
                continue;
            sums[above] += salaries[row];
            counts[above]++;
        }
        for (var row = 0; row < sums.Length; row++)
            sums[row] = counts[row] == 0 ? double.NaN : sums[row] / counts[row];
        return sums;
    }

    public static double[] ChildMaxima(Company company)
    {
        var (parents, bonuses) = (company.Parents, company.Bonuses);
        var most = new double[parents.Length];
        Array.Fill(most, double.NaN);
        for (var row = 0; row < parents.Length; row++)
            if (parents[row] is var parent and >= 0 && !(bonuses[row] <= most[parent]))
                most[parent] = bonuses[row];
        return most;
    }

    public static double[] PeerMeans(Company company)
    {
        var (parents, salaries) = (company.Parents, company.Salaries);
        var sums = new double[parents.Length];
        var counts = new int[parents.Length];
        for (var row = 0; row < parents.Length; row++)
            if (parents[row] is var parent and >= 0)
            {
                sums[parent] += salaries[row];
                counts[parent]++;
            }
        var means = new double[parents.Length];
        for (var row = 0; row < means.Length; row++)
            means[row] = parents[row] is var parent and >= 0 ? sums[parent] / counts[parent] : double.NaN;
        return means;
    }

    public static double[] Pay(Company company)
    {
        var (salaries, ftes, bonuses, performance) = (company.Salaries, company.Ftes, company.Bonuses, company.Performance);
        var pay = new double[salaries.Length];
        for (var row = 0; row < pay.Length; row++)
            pay[row] = salaries[row] * ftes[row] + (performance[row] == "Exceeds" ? bonuses[row] * 1.1 : bonuses[row]);
        return pay;
    }

    public static string[] ShortTitles(Company company)
    {
        var titles = company.Titles;
        var result = new string[titles.Length];
        for (var row = 0; row < result.Length; row++)
            result[row] = titles[row].ToUpperInvariant()[..3];
        return result;
    }

    public static double[] Ages(Company company, DateTime today)
    {
        var births = company.Births;
        var ages = new double[births.Length];
        for (var row = 0; row < ages.Length; row++)
        {
            var years = today.Year - births[row].Year;
            ages[row] = births[row].AddYears(years) > today ? years - 1 : years;
        }
        return ages;
    }

    public static double[] BranchMaxima(Company company)
    {
        var (order, parents, salaries, ftes) = (company.Order, company.Parents, company.Salaries, company.Ftes);
        var most = new double[order.Length];
        for (var row = 0; row < most.Length; row++)
            most[row] = salaries[row] / ftes[row];
        for (var at = order.Length - 1; at > 0; at--)
            if (parents[order[at]] is var parent and >= 0)
                most[parent] = Math.Max(most[parent], most[order[at]]);
        return most;
    }
}
