# Two commands do everything: `make run` and `make test`. Other cases: make run ARGS="cases/clean.yaml --lang en"
ARGS = cases/2020.yaml
# Looked up when a recipe runs, after the set-up made it; Windows keeps it elsewhere.
PYTHON = "$$(if [ -x .venv/bin/python ]; then echo .venv/bin/python; else echo .venv/Scripts/python.exe; fi)"

.PHONY: help run test check nightly lint bench site clean
# Every target sets up the same .venv: with -j two of them would build it into each other.
.NOTPARALLEL:

help: ## 显示这些命令 / show these commands
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /  —  /'

run: ## 安装并检查 2020 年案例 / set up and check the 2020 case
	@sh scripts/setup.sh run
	@sh scripts/run.sh $(ARGS)

test: ## 安装并运行全部测试 / set up and run all tests
	@sh scripts/setup.sh test
	@$(PYTHON) -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: ## 每次改动后的短测试，不用数据库、浏览器和办公软件 / the short tests for every change: no database, browser or office suite
	@sh scripts/setup.sh test
	@$(PYTHON) -m pytest -n auto --dist worksteal -m "not (slow or database or browser or office or postgres or spark)"

nightly: ## 十万次随机比对、二百次中断、一百万份损坏的输入 / 100,000 random comparisons, 200 kills, 1,000,000 damaged inputs
	@sh scripts/setup.sh test
	@CHECKER_NIGHTLY=1 $(PYTHON) -m pytest tests/engines/test_durable.py tests/live/test_live.py tests/mapping/test_mapping_laws.py
	@CHECKER_NIGHTLY=1 $(PYTHON) -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not spark" --ignore tests/engines/test_durable.py --ignore tests/live/test_live.py --ignore tests/mapping/test_mapping_laws.py
	@CHECKER_NIGHTLY=1 $(PYTHON) -m pytest -m spark -rs
	@$(PYTHON) benchmarks/kills.py
	@$(PYTHON) tests/support/fuzz_inputs.py 1000000

lint: ## 格式、静态检查和类型 / format, lint and types
	@sh scripts/setup.sh test
	@$(PYTHON) -m ruff format --check . && $(PYTHON) -m ruff check . && $(PYTHON) -m mypy

bench: ## 测速度 / measure speed
	@sh scripts/setup.sh test
	@$(PYTHON) benchmarks/page.py $(ARGS)

site: ## 生成文档网站 / build the documentation as a site
	@sh scripts/setup.sh test
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -e ".[site]"
	@$(PYTHON) scripts/site_pages.py

clean: ## 删去 .venv 和各种缓存 / remove .venv and caches
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache
