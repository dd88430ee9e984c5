/// `pocketbase rebuild`: all projections are made again out of the journal. `npm run rebuild` calls it.
$app.rootCmd.addCommand(
	new Command({
		use: 'rebuild',
		run: () => {
			const { entries, rows } = require(`${__hooks}/lib/server.bundle.cjs`).rebuild($app);
			console.log(`yatiqana: ${rows} rows folded out of ${entries} entries`);
		}
	})
);
