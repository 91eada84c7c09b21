from rapporteur.rulebooks.graph import before, circles, in_order


def test_circles_are_found_once_each_and_begin_with_their_first_step() -> None:
    needs = {"a": ("c",), "b": ("a",), "c": ("b",), "d": ("d",), "e": ("a",)}
    assert circles(needs) == [("a", "b", "c", "a"), ("d", "d")]


def test_a_graph_without_circles_has_none_however_deep() -> None:
    chain = {str(number): (str(number - 1),) if number else () for number in range(3000)}
    assert circles(chain) == []


def test_steps_stand_after_what_they_need_else_in_the_order_of_the_file() -> None:
    assert in_order({"c": ("a",), "b": (), "a": ()}) == ["b", "a", "c"]


def test_all_that_comes_before_a_step_is_found() -> None:
    assert before("d", {"a": (), "b": ("a",), "c": (), "d": ("b",)}) == {"a", "b"}
