## Recipes
K0200 = the recipe cannot be read: { $found }
    .hint = `kapstok schema` prints what a recipe may hold
    .explain = The file is not TOML, or a key is unknown or of the wrong kind. A misspelt key is refused: a rule that is silently ignored gives another index.
K0201 = version { $found } of the recipe language is not known
    .hint = type `recipe = 1`
    .explain = The first line says which version of the language the recipe is written in. This program knows version 1.
K0202 = `{ $name }` has no { $key }
    .hint = add `{ $key } = "..."` to this [[input]]
    .explain = A figure without unit or direction cannot be judged: is 17 a percentage or a number of people, and is more of it good or bad? In a workspace the indicator says it; on bare tables the recipe must.
K0203 = `{ $found }` cannot be the `{ $key }` of `{ $name }`
    .hint = `kapstok schema` lists what it may be
    .explain = Some properties have a fixed set of values.
K0204 = figures of different { $what } stand together: { $found }
    .hint = choose one, or say why: `allow_mixed = "reason"`
    .explain = Figures of different years or of different maps may differ because of that alone. Where it cannot be avoided the recipe states the reason, and it is shown with the result.
K0205 = { $found } % of the areas have no figure for `{ $name }`, more than { $expected } %
    .hint = leave it out, or raise `max_missing` and say why in the policy text
    .explain = A score that rests on a figure which most areas lack compares few areas and seems to compare all.
K0206 = `{ $name }` measures { $trait }, a protected trait, and may not be a burden
    .hint = take it out, or show it beside the burdens with `equity_split = true`
    .explain = Who people are is no burden of an area. Origin, religion, sex, nationality and the like are refused, so that no one builds a list of areas on them. A recipe that reproduces a published index may hold one; its result feeds no choice.
K0207 = `{ $one }` and `{ $two }` are not independent: { $how ->
    [one] `{ $one }` was modelled from
    [two] `{ $two }` was modelled from
   *[both] both were modelled from
 } { $because }
    .hint = answer it in the policy text, or `leave_modelled_out = true`
    .explain = When one figure was estimated from another, adding them up counts the same thing twice, and part of their agreement is built in. The warning stays; the policy text says why the figures stand together all the same.
K0208 = `{ $name }` is made twice
    .hint = give one of them another name
    .explain = Every input and result has its own name, so that each formula means one thing.
K0209 = `{ $found }` is used before it is made
    .hint = put the step that makes it above this one; a circle of steps cannot be made at all
    .explain = Steps run from top to bottom. What a step reads must be an input or the result of a step above it.
K0210 = `{ $found }` is no step
    .hint = did you mean `{ $nearest }`?
    .explain = The steps of the language are a closed list; the reference has a page for each.
K0211 = step `{ $step }`: { $found }
    .hint = the reference page of `{ $step }` lists its keys
    .explain = A key of the step is missing, unknown, or has a value that it cannot have.
K0212 = `{ $found }` cannot be the id of a recipe
    .hint = letters, digits and `-`
    .explain = The id becomes part of file names, so its form is strict.
K0213 = column `{ $found }` is not there
    .hint = did you mean `{ $nearest }`? { $source } has { $n }; see `kapstok columns FILE`
    .explain = A recipe names a column, an indicator, a period or an earlier result that does not exist.
K0214 = the weights add up to { $found }, not { $expected }
    .hint = correct a weight, or write `weights_sum = "relative"`
    .explain = The recipe states what its weights must add up to, so that a forgotten or mistyped weight is seen.
K0215 = one step reads columns of several levels: { $found }
    .hint = bring them to one level with `summarise` first
    .explain = A figure of a district and a figure of a small area cannot be added area by area.
K0216 = `{ $found }` says neither way is a burden, so `{ $domain }` cannot be counted
    .hint = add `direction = "higher-is-worse"` or `"higher-is-better"` to this domain
    .explain = A domain counts as a burden when its figure lies at the bad end. A figure that only describes has no bad end.
