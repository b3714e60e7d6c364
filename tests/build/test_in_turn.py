"""Editions are put on paper in turn, so that the typesetter still knows a paper when the next edition asks for it."""

from collections.abc import Generator

from playbook.build.in_turn import Step, in_turn


def test_the_same_step_of_several_works_is_done_in_a_row():
    done: list[tuple[str, Step]] = []

    def work(name: str, steps: list[Step]) -> Generator[Step, None, str]:
        done.append((name, (-1, 0)))
        for step in steps:
            yield step
            done.append((name, step))
        return name

    made = in_turn([work("lane", [(0, 0), (0, 1), (1, 0)]), work("pine", [(0, 0), (1, 0)]), work("none", []), work("own", [(0, 0), (0, 1), (0, 2), (1, 0)])])
    assert made == ["lane", "pine", "none", "own"], "results come in the order of the works"
    assert [step for _, step in done] == sorted(step for _, step in done)
