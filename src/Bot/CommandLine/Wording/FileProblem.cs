namespace Sitrep.CommandLine.Wording;

/// <summary>What to do about a file that the system refuses, instead of its bare words.</summary>
internal static class FileProblem
{
    /// <summary>The problem and its remedy.</summary>
    public static string Of(Exception problem) => problem switch
    {
        FileNotFoundException { FileName: { Length: > 0 } file } =>
            $"there is no file {file}. Check the path, or start in the folder that it is relative to ({Here()}).",
        DirectoryNotFoundException =>
            $"a folder is missing. {Bare(problem)} Make it with mkdir -p, or check the path; it is relative to {Here()}.",
        UnauthorizedAccessException =>
            $"no right to the file. {Bare(problem)} Run as a user who may read and write it, or change its owner with chown.",
        _ => problem.Message,
    };

    private static string Bare(Exception problem) => problem.Message.TrimEnd('.') + ".";

    private static string Here()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (IOException)
        {
            return "a folder that no longer exists";
        }
    }
}
